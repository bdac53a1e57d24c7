"""Functions judged in real containers, in every language that can be called."""

from pathlib import Path

import pytest
from small_packages import judged, small_problem, submission, verdicts

from jobcoach.errors import InputError
from jobcoach.judge.function_style.calling import stub
from jobcoach.judge.function_style.languages import callings
from jobcoach.judge.package.load import load_problem
from jobcoach.judge.package.model import Problem
from jobcoach.judge.sandbox.box import Sandbox
from jobcoach.judge.verdicts import Verdict

pytestmark = pytest.mark.docker

AC, WA, RTE, CE = Verdict.AC, Verdict.WA, Verdict.RTE, Verdict.CE

PAIRS = """
function:
  parameters: [{name: numbers, type: "int[]"}, {name: target, type: long}]
  returns: "int[]"
  input: "n target numbers[n]"
"""
GREETINGS = r"""
function:
  name: greet
  parameters:
    - {name: names, type: "string[]"}
    - {name: shares, type: "double[][]"}
    - {name: loud, type: boolean}
  returns: "string[]"
  input: "n names[n]:line r c shares[r][c] loud"
  output: lines
"""


@pytest.fixture
def pairs(tmp_path: Path) -> Problem:
    return small_problem(
        tmp_path / "pairs",
        {"sample/1": ("4 9\n2 7 11 15\n", "0 1\n"), "secret/1": ("3 -4000000000\n1 2 3\n", "-1 -1\n")},
        limits="{time_limit: 3, memory: 256, output: 1}",
        files={"jobcoach.yaml": PAIRS},
    )


PAIR_SOURCES = {
    "python": """
def solution(numbers: List[int], target: int):
    print("looking at", numbers)
    for i in range(len(numbers)):
        for j in range(i + 1, len(numbers)):
            if numbers[i] + numbers[j] == target:
                return i, j
    return [-1, -1]
""",
    "javascript": """
const solution = (numbers, target) => {
  console.log("looking at", numbers);
  for (let i = 0; i < numbers.length; i++)
    for (let j = i + 1; j < numbers.length; j++) if (numbers[i] + numbers[j] === target) return [i, j];
  return [-1, -1];
};
""",
    "cpp": """
vector<int> solution(vector<int>& numbers, const long long target) {
    cout << "looking" << endl;
    printf("at");
    for (int i = 0; i < (int)numbers.size(); ++i)
        for (int j = i + 1; j < (int)numbers.size(); ++j)
            if (numbers[i] + numbers[j] == target) return {i, j};
    return {-1, -1};
}
""",
    "java": """
import java.util.*;
class Solution {
    public int[] solution(int[] numbers, long target) {
        System.out.println("looking at " + numbers.length);
        for (int i = 0; i < numbers.length; i++)
            for (int j = i + 1; j < numbers.length; j++)
                if (numbers[i] + numbers[j] == target) return new int[]{i, j};
        return new int[]{-1, -1};
    }
}
""",
}
PAIR_SOURCES["cpp"] = "#include <vector>\n#include <iostream>\nusing namespace std;" + PAIR_SOURCES["cpp"]


@pytest.mark.parametrize("language", callings())
def test_a_function_is_called_and_its_prints_do_not_count(
    language: str, pairs: Problem, judging_sandbox: Sandbox
) -> None:
    result = judged(pairs, submission(language, PAIR_SOURCES[language]), judging_sandbox)
    assert (result.verdict, result.message, result.compile.output) == (AC, "", "")
    sample = result.tests[0].sample
    assert sample is not None
    assert (sample.input, sample.given) == ("solution([2, 7, 11, 15], 9)", "0 1\n")


@pytest.mark.parametrize("language", callings())
def test_what_a_candidate_begins_with_runs_and_is_wrong(
    language: str, pairs: Problem, judging_sandbox: Sandbox
) -> None:
    assert pairs.function is not None
    result = judged(pairs, submission(language, stub(pairs.function, language)), judging_sandbox)
    assert (result.verdict, result.compile.output) == (WA, "")


def test_programs_go_on_being_judged(pairs: Problem, judging_sandbox: Sandbox) -> None:
    program = """
n, target, *numbers = map(int, open(0).read().split())
def solution(numbers, target):
    found = ((i, j) for i in range(n) for j in range(i + 1, n) if numbers[i] + numbers[j] == target)
    return next(found, (-1, -1))
print(*solution(numbers, target))
"""
    assert judged(pairs, submission("python", program), judging_sandbox).verdict is AC


GREETING_SOURCES = {
    "python": """
class Solution:
    def greet(self, names, shares, loud):
        return [f"{name}{'!' if loud else ''} {sum(row)}" for name, row in zip(names, shares)]
""",
    "javascript": """
class Solution {
  greet(names, shares, loud) {
    return names.map((name, i) => `${name}${loud ? "!" : ""} ${shares[i][0] + shares[i][1]}`);
  }
}
""",
    "cpp": r"""
#include <bits/stdc++.h>
using namespace std;
class Solution {
public:
    vector<string> greet(const vector<string>& names, vector<vector<double>> shares, bool loud) const {
        vector<string> out;
        for (size_t i = 0; i < names.size(); ++i) {
            ostringstream line;
            line << names[i] << (loud ? "!" : "") << ' ' << shares[i][0] + shares[i][1];
            out.push_back(line.str());
        }
        return out;
    }
};
""",
    "java": """
import java.util.*;
public class Solution {
    public List<String> greet(List<String> names, double[][] shares, boolean loud) {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < names.size(); i++)
            out.add(names.get(i) + (loud ? "!" : "") + " " + (shares[i][0] + shares[i][1]));
        return out;
    }
}
""",
}


@pytest.mark.parametrize("language", callings())
def test_text_rows_and_truth_values_arrive_as_they_are(
    language: str, tmp_path: Path, judging_sandbox: Sandbox
) -> None:
    problem = small_problem(
        tmp_path / "greetings",
        {
            "sample/1": (
                '2\n김 "철수" \\n 🎉\n\tO\'Neil\n2 2\n0.25 1.5\n2 0.125\ntrue\n',
                '김 "철수" \\n 🎉! 1.75\n\tO\'Neil! 2.125\n',
            )
        },
        limits="{time_limit: 3, memory: 256, output: 1}",
        settings="",
        files={"jobcoach.yaml": GREETINGS},
    )
    result = judged(problem, submission(language, GREETING_SOURCES[language]), judging_sandbox)
    assert result.verdict is AC, (result.message, result.compile.output, result.tests)


@pytest.mark.parametrize(
    ("source", "verdict", "message"),
    [
        (
            "def solution(numbers, target): return None",
            WA,
            "nothing was given back, where int[] is asked for",
        ),
        ("def solution(numbers, target): return 'x'", WA, "text was given back"),
        ("def solution(numbers, target): raise KeyError(numbers)", RTE, "KeyError"),
        ("def solution(numbers): return []", RTE, "TypeError"),
        ("import os\ndef solution(numbers, target): os._exit(0)", WA, "ended the program"),
        ("def solution(numbers, target) return []", CE, ""),
        ("import os\ndef solution(numbers, target):\n    os.write(1, b'[0,1]')\n    return [5, 5]", WA, ""),
    ],
)
def test_what_goes_wrong_in_a_function_is_told(
    source: str, verdict: Verdict, message: str, pairs: Problem, judging_sandbox: Sandbox
) -> None:
    result = judged(pairs, submission("python", source), judging_sandbox)
    assert result.verdict is verdict
    if result.tests:
        assert message in result.tests[0].message


def test_messages_of_the_compiler_count_lines_as_the_candidate_does(
    pairs: Problem, judging_sandbox: Sandbox
) -> None:
    source = "#include <vector>\nstd::vector<int> solution(std::vector<int> a, long b) {\n  return x;\n}\n"
    result = judged(pairs, submission("cpp", source), judging_sandbox)
    assert result.verdict is CE
    assert "solution.cpp:3:10: error" in result.compile.output


def test_a_package_whose_function_does_not_fit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="never read"):
        small_problem(
            tmp_path / "broken",
            {"secret/1": ("1", "1")},
            files={"jobcoach.yaml": PAIRS.replace("numbers[n]", "")},
        )


def test_hints_are_read_by_language(tmp_path: Path) -> None:
    hints = "hints:\n  en: [look, think, do]\n  ko: [보기, 생각하기, 풀기]\n"
    small_problem(tmp_path / "hinted", {"secret/1": ("1", "1")}, files={"jobcoach.yaml": hints})
    assert load_problem(tmp_path / "hinted").hints == {
        "en": ("look", "think", "do"),
        "ko": ("보기", "생각하기", "풀기"),
    }


def test_a_secret_test_that_is_not_as_laid_out_is_the_packages_fault(
    tmp_path: Path, judging_sandbox: Sandbox
) -> None:
    problem = small_problem(
        tmp_path / "pairs", {"secret/1": ("4 9\n2 7\n", "0 1\n")}, files={"jobcoach.yaml": PAIRS}
    )
    result = judged(problem, submission("python", PAIR_SOURCES["python"]), judging_sandbox)
    assert result.verdict is Verdict.JE
    assert "ends within numbers" in result.message


def test_verdicts_of_each_test_are_kept(pairs: Problem, judging_sandbox: Sandbox) -> None:
    result = judged(pairs, submission("python", "def solution(n, t): return [0, 1]"), judging_sandbox)
    assert [test.verdict for test in result.tests] == [AC, WA]
    assert set(verdicts(result)) == {"1"}
