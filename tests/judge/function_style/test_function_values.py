"""Layouts, arguments and results of function-style problems, without a box."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.judge.function_style.calling import as_program, is_called, stub
from jobcoach.judge.function_style.languages import callings
from jobcoach.judge.function_style.layout import (
    LayoutMismatch,
    layout_faults,
    read_arguments,
    read_layout,
)
from jobcoach.judge.function_style.signature import Function, Output, Parameter, read_type
from jobcoach.judge.function_style.values import WrongResult, arguments_json, call_text, result_text
from jobcoach.judge.submissions.submission import SourceFile, Submission


def function(layout: str, returns: str = "int", output: str = "line", **parameters: str) -> Function:
    return Function(
        "solution",
        tuple(Parameter(name, read_type(type_)) for name, type_ in parameters.items()),
        read_type(returns),
        read_layout(layout),
        Output(output),
    )


NUMBERS = function("n target numbers[n]", numbers="int[]", target="int")


def test_arguments_come_in_the_order_of_the_parameters() -> None:
    assert read_arguments(NUMBERS, "3 7\n1 2\n 4\n") == [[1, 2, 4], 7]


def test_rows_and_words_and_whole_lines() -> None:
    grid = function("rows columns grid[rows][columns] names[2]", grid="int[][]", names="string[]")
    assert read_arguments(grid, "2 2  1 2 3 4  ab c") == [[[1, 2], [3, 4]], ["ab", "c"]]
    lines = function("n lines[n]:line last:line", lines="string[]", last="string")
    assert read_arguments(lines, "2\r\n a b \n\nend of it\n") == [[" a b ", ""], "end of it"]
    rest = function("count title:line", title="string", count="int")
    assert read_arguments(rest, "3 some title\n") == ["some title", 3]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3 7 1 2",
        "3 7 1 2 4 5",
        "3 x 1 2 4",
        "-1 7",
        "3 7 1 2 4.5",
        f"1 7 {1 << 31}",
        "99999999999999999999 1",
    ],
)
def test_a_text_that_is_not_as_laid_out_is_refused(text: str) -> None:
    with pytest.raises(LayoutMismatch):
        read_arguments(NUMBERS, text)


@pytest.mark.parametrize(
    ("layout", "parameters", "fault"),
    [
        ("numbers[n] n", {"numbers": "int[]"}, "not read before"),
        ("n", {"numbers": "int[]"}, "never read"),
        ("n numbers[n]", {"numbers": "int"}, "does not fit"),
        ("n n numbers[n]", {"numbers": "int[]"}, "read twice"),
        ("n other[n] numbers[n]", {"numbers": "int[]"}, "no parameter"),
        ("n numbers[n]:line", {"numbers": "int[]"}, "whole lines"),
    ],
)
def test_a_layout_that_does_not_fit_is_told(layout: str, parameters: dict[str, str], fault: str) -> None:
    assert any(fault in each for each in layout_faults(function(layout, **parameters)))


@given(st.lists(st.integers(-(2**31), 2**31 - 1)), st.integers(-(2**31), 2**31 - 1))
def test_arguments_survive_the_way_through_text_and_json(numbers: list[int], target: int) -> None:
    text = f"{len(numbers)} {target}\n{' '.join(map(str, numbers))}\n"
    arguments = read_arguments(NUMBERS, text)
    assert json.loads(arguments_json(arguments)) == [numbers, target]
    assert call_text(NUMBERS, arguments) == f"solution({numbers}, {target})"


@pytest.mark.parametrize(
    ("returns", "output", "reply", "text"),
    [
        ("int", "line", "5", "5\n"),
        ("int", "line", "5.0", "5\n"),
        ("long[]", "line", f"[1,{1 << 62}]", f"1 {1 << 62}\n"),
        ("int[]", "line", "[]", "\n"),
        ("int[]", "lines", "[1,2]", "1\n2\n"),
        ("string[][]", "lines", '[["a","b"],["c"]]', "a b\nc\n"),
        ("boolean", "line", "true", "true\n"),
        ("double", "line", "2", "2.0\n"),
        ("string", "line", '"한 글"', "한 글\n"),
    ],
)
def test_a_result_becomes_the_text_of_a_program(returns: str, output: str, reply: str, text: str) -> None:
    wanted = function("n", returns, output, n="int")
    assert result_text(wanted, reply.encode()) == text


@pytest.mark.parametrize(
    ("returns", "reply"),
    [
        ("int", ""),
        ("int", "null"),
        ("int", "true"),
        ("int", "5.5"),
        ("int", "NaN"),
        ("int", str(1 << 31)),
        ("double", "1" + "0" * 400),
        ("int", "9" * 5000),
        ("int[]", "5"),
        ("int[]", "[[1]]"),
        ("string", "1"),
        ("int", "[" * 100_000),
        ("int", "{}"),
        ("int", "\udc80"),
    ],
)
def test_a_result_of_another_type_is_told_without_its_value(returns: str, reply: str) -> None:
    with pytest.raises(WrongResult) as wrong:
        result_text(function("n", returns, n="int"), reply.encode("utf-8", "surrogateescape"))
    assert "5.5" not in str(wrong.value)


@given(st.binary(max_size=200))
def test_no_reply_breaks_the_judge(reply: bytes) -> None:
    for returns in ("int", "string", "double[]", "boolean[][]"):
        with suppress(WrongResult):
            assert result_text(function("n", returns, "lines", n="int"), reply).endswith(("\n", ""))


def handed_in(language: str, source: str, name: str = "mine") -> Submission:
    return Submission(name, language, (SourceFile(name, source.encode()),))


@pytest.mark.parametrize(
    ("language", "source", "called"),
    [
        ("python", "def solution(numbers, target):\n    return 0\n", True),
        ("python", "class Solution:\n    def solution(self, a, b):\n        return 0\n", True),
        ("python", "# input() and sys.stdin are not used\ndef solution(a):\n  pass\n", True),
        ("python", "def solution(a):\n    return a\nprint(solution(input()))\n", False),
        ("python", "import sys\ndef solution():\n    return sys.stdin.read()\n", False),
        ("python", "print(1)", False),
        ("javascript", "function solution(a) { return a; }", True),
        ("javascript", "const solution = (a) => a;", True),
        ("javascript", "class Solution {\n  solution(a) {\n return a;\n }\n}", True),
        ("javascript", "const fs = require('fs'); function solution() {} fs.readFileSync(0);", False),
        ("cpp", "int solution(int a) { return a; } // int main()", True),
        ("cpp", "int solution(int a) { return a; } int main() {}", False),
        ("java", "class Solution { int solution(int a) { return a; } }", True),
        ("java", "class Solution { int solution(int a) { return a; } void main(String[] a) {} }", False),
        ("go", "func solution() {}", False),
    ],
)
def test_a_source_that_reads_its_input_is_a_program(language: str, source: str, called: bool) -> None:
    assert is_called(handed_in(language, source), NUMBERS) is called


def test_a_program_is_not_called() -> None:
    with pytest.raises(ValueError, match="does not define solution"):
        as_program(handed_in("python", "print(1)"), NUMBERS)


@pytest.mark.parametrize("language", callings())
def test_what_a_candidate_begins_with_is_called(language: str) -> None:
    for returns in ("int", "long[]", "double[][]", "boolean", "string[]"):
        wanted = function("n words[n]", returns, "lines", words="string[]", n="int")
        assert is_called(handed_in(language, stub(wanted, language)), wanted)
