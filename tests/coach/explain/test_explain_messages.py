"""Compilers' and run times' words, as our images say them: which error, in which of the candidate's lines."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.coach.explain.facts import CodeLine
from jobcoach.coach.explain.messages import compile_fault, crash_place, crash_said, error_name, thrown_name
from jobcoach.coach.explain.own_code import OwnCode
from jobcoach.judge.importers.new import new_problem
from jobcoach.judge.package.load import load_problem
from jobcoach.judge.submissions.submission import SourceFile, Submission

LINES = "\n".join(f"line {number}" for number in range(1, 10)).encode()
PYTHON = """Traceback (most recent call last):
  File "/box/crash.py", line 5, in <module>
    print(solve(data))
  File "/box/crash.py", line 2, in solve
    return items[len(items)]
  File "/usr/lib/python3.11/json/decoder.py", line 355, in raw_decode
IndexError: list index out of range"""
JAVA = """Exception in thread "main" java.util.NoSuchElementException: No line found
\tat java.base/java.util.Scanner.nextLine(Scanner.java:1651)
\tat Crash.solve(Crash.java:3)
\tat Crash.main(Crash.java:5)"""
NODE = """/box/crash.js:2
  return a.missing.length;
                   ^

TypeError: Cannot read properties of undefined (reading 'length')
    at solve (/box/crash.js:2:20)
    at Object.<anonymous> (/box/crash.js:4:13)
    at Module._compile (node:internal/modules/cjs/loader:1364:14)"""
ASSERTED = "program: crash.cpp:4: int main(): Assertion `x == 3' failed."
THROWN = (
    "terminate called after throwing an instance of 'std::out_of_range'\n  what():  vector::_M_range_check"
)


@pytest.fixture
def code(tmp_path: Path, request: pytest.FixtureRequest) -> OwnCode:
    language, name = request.param
    problem = load_problem(new_problem(tmp_path, "sum", "Sum"))
    return OwnCode(Submission(name, language, (SourceFile(name, LINES),)), problem)


@pytest.mark.parametrize(
    ("code", "stderr", "line", "said"),
    [
        (("python", "crash.py"), PYTHON, 2, "IndexError: list index out of range"),
        (("java", "Crash.java"), JAVA, 3, "java.util.NoSuchElementException: No line found"),
        (
            ("javascript", "crash.js"),
            NODE,
            2,
            "TypeError: Cannot read properties of undefined (reading 'length')",
        ),
        (("cpp", "crash.cpp"), ASSERTED, 4, ASSERTED),
        (("cpp", "crash.cpp"), THROWN, None, "vector::_M_range_check"),
        (("go", "crash.go"), "panic: boom\n\nmain.main()\n\t/box/crash.go:5 +0x1d", 5, "panic: boom"),
        (("python", "crash.py"), 'File "/box/crash.py", line 99\nat nothing', None, ""),
        (("python", "crash.py"), "", None, ""),
    ],
    indirect=["code"],
)
def test_innermost_line_of_the_candidates_own(
    code: OwnCode, stderr: str, line: int | None, said: str
) -> None:
    place = crash_place(stderr, code)
    assert place == (CodeLine(code.submission.files[0].name, line, f"line {line}") if line else None)
    assert crash_said(stderr, code) == said


@pytest.mark.parametrize(
    ("code", "output", "message", "line", "more"),
    [
        (
            ("cpp", "bad.cpp"),
            "bad.cpp: In function 'int main()':\nbad.cpp:3:11: error: no conversion\n    3 |  x\n"
            "bad.cpp:4:16: error: 'y' was not declared",
            "no conversion",
            3,
            1,
        ),
        (
            ("java", "Bad.java"),
            "Bad.java:3: error: incompatible types\n  int y;\n1 error",
            "incompatible types",
            3,
            0,
        ),
        (
            ("javascript", "bad.js"),
            "/box/bad.js:1\nconst x = ;\n\nSyntaxError: Unexpected token ';'\n    at wrapSafe (node)",
            "SyntaxError: Unexpected token ';'",
            1,
            0,
        ),
        (
            ("python", "bad.py"),
            '  File "bad.py", line 2\n    if x = 3:\nSyntaxError: invalid syntax.',
            "SyntaxError: invalid syntax.",
            2,
            0,
        ),
        (("rust", "bad.rs"), "error[E0308]: mismatched types\n --> bad.rs:2:5", "mismatched types", 2, 0),
        (("cpp", "bad.cpp"), "compiling took over 60 s\n", "compiling took over 60 s", None, 0),
        (("cpp", "bad.cpp"), "", "", None, 0),
    ],
    indirect=["code"],
)
def test_first_compile_error(code: OwnCode, output: str, message: str, line: int | None, more: int) -> None:
    fault = compile_fault(output, code)
    assert (fault.message, fault.more) == (message, more)
    assert (fault.line.line if fault.line else None) == line


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("exit code 1 (IndexError)\nTraceback (most recent call last):", "IndexError"),
        ("exit code 1 (java.lang.ArithmeticException)", "java.lang.ArithmeticException"),
        ("killed by SIGSEGV", "SIGSEGV"),
        ("exit code 3", ""),
        ("", ""),
    ],
)
def test_name_of_an_error(message: str, name: str) -> None:
    assert error_name(message) == name


def test_thrown_names() -> None:
    assert thrown_name(THROWN, "") == "std::out_of_range"
    assert thrown_name("", "RangeError: Invalid array length") == "RangeError"
    assert thrown_name("", "Aborted by me") == ""


@pytest.mark.parametrize(
    "code", [("python", "a.py"), ("javascript", "a.js"), ("cpp", "a.cpp")], indirect=True
)
def test_a_megabyte_on_one_line_takes_no_time(code: OwnCode) -> None:
    for piece in ("at a", "(", "a:1", ' File "', "Assertion ", "x: a:1: "):
        text = piece * (1_000_000 // len(piece))
        assert crash_place(text, code) is None
        assert compile_fault(text, code).line is None


@given(st.text(max_size=300))
def test_no_message_crashes_the_reading(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    problem = load_problem(new_problem(tmp_path_factory.mktemp("problems"), "sum", "Sum"))
    for language in ("python", "java", "cpp", "kotlin", "c"):
        code = OwnCode(
            Submission("a", language, (SourceFile("a", text.encode("utf-8", "replace")),)), problem
        )
        crash_place(text, code)
        crash_said(text, code)
        compile_fault(text, code)
        error_name(text)
