"""A package's own output validator: what it may say, and what becomes of its faults.

The submission prints the word that it is given; the validator does what the word says.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from small_packages import Content, judged, small_problem, submission, verdicts

from jobcoach.judge.package.model import Problem
from jobcoach.judge.results import SubmissionResult, TestResult
from jobcoach.judge.running.build import BuildCache
from jobcoach.judge.running.validators import MOST_IDLE, OpenValidator, Validators
from jobcoach.judge.sandbox.box import Sandbox
from jobcoach.judge.verdicts import Verdict

ECHO = submission("python", "print(input())")
LIMITS = "{time_limit: 2, memory: 64, output: 1, validation_time: 1, validation_memory: 64, "
LIMITS += "validation_output: 1}"
AC, WA, JE = Verdict.AC, Verdict.WA, Verdict.JE

PYTHON = """
import os, sys
given, answer, feedback = sys.argv[1:4]
word = input()
assert open(given).read() == word + "\\n" and open(answer).read() == "the answer\\n", (given, answer)
def say(name, text):
    with open(os.path.join(feedback, name), "w") as file: file.write(text)
if word == "accept": sys.exit(42)
if word == "reject": say("judgemessage.txt", "아쉽네요"); sys.exit(43)
if word == "flags": sys.exit(42 if sys.argv[4:] == ["--eps", "1 e"] else 43)
if word == "early": os.close(0); sys.exit(42)
if word == "chatty": print("x" * 1000); sys.exit(42)
if word == "zero": sys.exit(0)
if word == "crash": raise ValueError("in the validator")
if word == "killed": os.kill(os.getpid(), 9)
if word == "loop":
    while True: pass
if word == "memory": kept = [bytearray(1 << 20) for _ in range(10**6)]
if word == "flood":
    while True: print("x" * 1000)
if word == "score": say("score.txt", "5"); sys.exit(42)
if word == "survivor":
    if os.fork() == 0:
        while True: pass
    sys.exit(42)
if word == "clean":
    sys.exit(42 if sorted(os.listdir(feedback)) == [] else 43)
"""
# What each word gets, and what the message must say; in the order in which they run.
WORDS = {
    "accept": (AC, ""), "chatty": (AC, ""), "crash": (JE, "ValueError: in the validator"),
    "early": (AC, ""), "flags": (AC, ""), "flood": (JE, "wrote too much"), "killed": (JE, "signal 9"),
    "loop": (JE, "took too long"), "memory": (JE, "memory"), "reject": (WA, "아쉽네요"),
    "score": (JE, "score.txt"), "survivor": (AC, ""), "xclean": (AC, ""),
    "zero": (JE, "ended with 0, not with 42 or 43"),
}  # fmt: skip
CPP = r"""
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
int main(int argc, char **argv) {
    std::ifstream answer(argv[2]);
    std::string word, wanted;
    std::getline(std::cin, word);
    std::getline(answer, wanted);
    if (argc < 4 || wanted != "the answer") return 1;
    std::ofstream(std::string(argv[3]) + "judgemessage.txt") << "said " << word;
    if (word == "zero") return 0;
    if (word == "crash") std::abort();
    return word == "accept" ? 42 : 43;
}
"""
# As testlib does it: input, output, answer; exit code; comment on standard error.
CHECKER = r"""
#include <fstream>
#include <iostream>
#include <string>
int main(int argc, char **argv) {
    std::ifstream input(argv[1]), output(argv[2]), answer(argv[3]);
    std::string asked, given, wanted;
    std::getline(input, asked), std::getline(output, given), std::getline(answer, wanted);
    if (argc < 4 || asked != given || wanted != "the answer") return 3;
    if (given == "accept") { std::cerr << "ok fine"; return 0; }
    if (given == "reject") { std::cerr << "wrong answer 1st numbers differ"; return 1; }
    if (given == "format") { std::cerr << "wrong output format"; return 2; }
    if (given == "points") { std::cerr << "points 3"; return 7; }
    std::cerr << "FAIL the jury has no answer";
    return 3;
}
"""


@pytest.fixture(params=["docker", "process"])
def sandbox(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    """Either kind; engines are only asked for where they are needed."""
    yield request.getfixturevalue("judging_sandbox" if request.param == "docker" else "process_sandbox")


def package(folder: Path, words: list[str], files: Mapping[str, Content], settings: str = "") -> Problem:
    tests = {f"secret/{word}": (f"{word.removeprefix('x')}\n", "the answer\n") for word in words}
    flags = {"data/secret/flags.yaml": "output_validator_args: [--eps, 1 e]\n"} if "flags" in words else {}
    return small_problem(folder, tests, limits=LIMITS, settings=settings, files={**files, **flags})


def by_word(result: SubmissionResult) -> dict[str, TestResult]:
    return {test.name.rpartition("/")[2]: test for test in result.tests}


@pytest.mark.docker
def test_whatever_a_validator_does_is_told(tmp_path: Path, sandbox: Sandbox) -> None:
    problem = package(tmp_path / "words", list(WORDS), {"output_validator/validate.py": PYTHON})
    result = judged(problem, ECHO, sandbox)
    tests = by_word(result)
    assert {word: tests[word].verdict for word in WORDS} == {
        word: wanted for word, (wanted, _) in WORDS.items()
    }
    for word, (_, says) in WORDS.items():
        assert says in tests[word].message, (word, tests[word].message)
    assert result.verdict is JE


@pytest.mark.docker
def test_a_validator_in_cpp(tmp_path: Path, sandbox: Sandbox) -> None:
    words = ["accept", "reject", "crash", "zero"]
    result = judged(package(tmp_path / "cpp", words, {"output_validator/v.cpp": CPP}), ECHO, sandbox)
    assert verdicts(result) == {"accept": AC, "reject": WA, "crash": JE, "zero": JE}
    assert by_word(result)["reject"].message == "said reject"
    assert "SIGABRT" in by_word(result)["crash"].message or "signal 6" in by_word(result)["crash"].message


@pytest.mark.docker
def test_a_checker_that_answers_as_testlib_does(tmp_path: Path, sandbox: Sandbox) -> None:
    words = ["accept", "reject", "format", "points", "unsure"]
    files = {"output_validator/check.cpp": CHECKER, "jobcoach.yaml": "validator_protocol: testlib\n"}
    result = judged(package(tmp_path / "checked", words, files), ECHO, sandbox)
    assert verdicts(result) == {"accept": AC, "reject": WA, "format": WA, "points": JE, "unsure": JE}
    assert by_word(result)["reject"].message == "wrong answer 1st numbers differ"
    assert "the jury has no answer" in by_word(result)["unsure"].message


@pytest.mark.docker
@pytest.mark.parametrize(
    ("name", "source", "says"),
    [("v.cpp", "int main() { return x; }", "not declared"), ("v.py", "def f(:", "SyntaxError")],
)
def test_a_validator_that_does_not_compile_is_the_judges_fault(
    tmp_path: Path, judging_sandbox: Sandbox, name: str, source: str, says: str
) -> None:
    problem = package(tmp_path / "broken", ["accept", "reject"], {f"output_validator/{name}": source})
    result = judged(problem, ECHO, judging_sandbox)
    assert set(verdicts(result).values()) == {JE}
    assert "the validator does not compile" in result.tests[0].message
    assert says in result.tests[0].message


@pytest.mark.docker
def test_a_validator_of_several_files(tmp_path: Path, judging_sandbox: Sandbox) -> None:
    files = {
        "output_validator/main.py": "import sys, rules\nsys.exit(rules.judge(input()))",
        "output_validator/rules.py": "def judge(word): return 42 if word == 'accept' else 43",
    }
    result = judged(package(tmp_path / "several", ["accept", "reject"], files), ECHO, judging_sandbox)
    assert verdicts(result) == {"accept": AC, "reject": WA}


@pytest.mark.docker
def test_the_validator_is_not_asked_about_a_program_that_failed(
    tmp_path: Path, judging_sandbox: Sandbox
) -> None:
    accept_all = {"output_validator/v.py": "import sys; sys.exit(42)"}
    problem = package(tmp_path / "lenient", ["raise", "loop", "reject"], accept_all)
    source = "word = input()\nif word == 'raise': raise ValueError\nwhile word == 'loop': pass"
    result = judged(problem, submission("python", source), judging_sandbox)
    assert verdicts(result) == {"raise": Verdict.RTE, "loop": Verdict.TLE, "reject": AC}


@pytest.mark.docker
def test_a_validator_gets_large_outputs_whole_and_may_leave_them_unread(
    tmp_path: Path, judging_sandbox: Sandbox
) -> None:
    source = """
import sys
if input() == 'early': sys.exit(42)
sys.exit(42 if len(sys.stdin.read()) == 900_000 else 43)
"""
    problem = package(tmp_path / "large", ["early", "whole"], {"output_validator/v.py": source})
    printing = submission("python", "print(input())\nprint('x' * 900_000, end='')")
    assert verdicts(judged(problem, printing, judging_sandbox)) == {"early": AC, "whole": AC}


@pytest.mark.docker
def test_points_of_a_validator_count(tmp_path: Path, judging_sandbox: Sandbox) -> None:
    """Part of a test's share by score.txt, half of it by score_multiplier.txt, all of it by neither."""
    source = """
import sys
files = {"half": ("score_multiplier.txt", "0.5"), "some": ("score.txt", "7.25")}
name, content = files.get(input(), ("other", ""))
open(sys.argv[3] + name, "w").write(content)
sys.exit(42)
"""
    group = "max_score: 40\nscore_aggregation: sum\n"
    tests = {f"secret/g/{word}": (f"{word}\n", "\n") for word in ("all", "half", "none", "some")}
    problem = small_problem(
        tmp_path / "points",
        tests,
        settings="type: scoring\n",
        files={
            "output_validator/v.py": source,
            "data/secret/test_group.yaml": "max_score: 40\n",
            "data/secret/g/test_group.yaml": group,
        },
    )
    printing = submission("python", "word = input()\nassert word != 'none'\nprint(word)")
    result = judged(problem, printing, judging_sandbox)
    points = {word: test.points for word, test in by_word(result).items()}
    assert points == {"all": 10.0, "half": 5.0, "none": 0.0, "some": 7.25}
    assert (result.points, result.max_points) == (22.25, 40.0)


@pytest.mark.docker
def test_feedback_that_cannot_be_read_whole_is_no_verdict(tmp_path: Path, judging_sandbox: Sandbox) -> None:
    """And the box that it was left in is not used again."""
    source = """
import os, sys
if input() == "much": open(sys.argv[3] + "log", "wb").write(bytes(9 << 20))
sys.exit(42)
"""
    problem = package(tmp_path / "much", ["accept", "much", "others"], {"output_validator/v.py": source})
    result = judged(problem, ECHO, judging_sandbox)
    assert verdicts(result) == {"accept": AC, "much": JE, "others": AC}
    assert "feedback" in by_word(result)["much"].message


def test_only_the_validators_used_last_keep_their_boxes(tmp_path: Path, process_sandbox: Sandbox) -> None:
    problems = [
        package(tmp_path / f"p{number}", ["accept"], {"output_validator/v.py": "#"}) for number in range(20)
    ]
    validators = Validators(process_sandbox, BuildCache(None))

    def borrowed(problem: Problem) -> OpenValidator:
        assert problem.validator_program is not None
        with validators.borrow(problem, problem.validator_program) as validator:
            return validator

    first = [borrowed(problem) for problem in problems]
    again = [borrowed(problem) for problem in reversed(problems)]
    kept = [one is other for one, other in zip(first, reversed(again), strict=True)]
    assert kept == [False] * (len(problems) - MOST_IDLE) + [True] * MOST_IDLE
    validators.close()
