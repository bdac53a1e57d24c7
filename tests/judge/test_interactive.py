"""Interactive problems: two programs that talk, and whose fault it is when they stop.

The interactor asks for the double of each number in the input; whoever does
otherwise is told so. What else it does, the first word of the input says.
"""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_packages import judged, small_problem, submission

from jobcoach.judge.package.model import Problem
from jobcoach.judge.results import TestResult
from jobcoach.judge.sandbox.box import Sandbox
from jobcoach.judge.verdicts import Verdict

pytestmark = pytest.mark.docker

LIMITS = "{time_limit: 0.5, memory: 64, output: 1, validation_time: 1, validation_memory: 64}"
INTERACTOR = """
import os, sys, time
given, answer, feedback = sys.argv[1:4]
word, *numbers = open(given).read().split()
def end(code, text):
    with open(feedback + "judgemessage.txt", "w") as file: file.write(text)
    sys.exit(code)
if word == "crash": raise ValueError("in the interactor")
if word == "zero": sys.exit(0)
if word == "slow": time.sleep(1)
if word == "eager": end(42, "accepted at once")
for number in numbers:
    print(number, flush=True)
    said = sys.stdin.readline()
    if not said: end(43, "no answer to " + number)
    if said.strip() != str(2 * int(number)): end(43, f"{said.strip()[:20]!r} for {number}")
    if word == "crash later": os.abort()
print("end", flush=True)
rest = sys.stdin.read()
end(43 if rest else 42, f"{len(rest)} characters more" if rest else "all right")
"""
GOOD = "for line in iter(input, 'end'): print(2 * int(line), flush=True)"
TALKS = {
    "right": (GOOD, "talk 3 5 7", "AC", "all right"),
    "many rounds": (GOOD, "talk " + "21 " * 500, "AC", "all right"),
    "wrong": ("for line in iter(input, 'end'): print(3, flush=True)", "talk 3 5", "WA", "'3' for 3"),
    "wrong, then crashing": ("print(3, flush=True)\nwhile True: input()", "talk 3 5", "WA", "'3' for 3"),
    "leaves early": ("print(2 * int(input()), flush=True)", "talk 3 5", "WA", "no answer to 5"),
    "says nothing": ("", "talk 3", "WA", "no answer to 3"),
    "crashes": ("int(input()) / 0", "talk 3", "RTE", "ZeroDivisionError"),
    "exits with a code": ("import sys; sys.exit(4)", "talk 3", "RTE", "exit code 4"),
    "says too much": (GOOD + "\nprint('more')", "talk 3", "WA", "5 characters more"),
    "a flood after the end": (GOOD + "\nwhile True: print('x' * 1000)", "talk 3", "OLE", ""),
    "a line without end": ("while True: print('x' * 1000, end='')", "talk 3", "OLE", ""),
    "busy without end": ("input()\nwhile True: pass", "talk 3", "TLE", ""),
    "memory without end": ("x = []\nwhile True: x.append(bytearray(1 << 20))", "talk 3", "MLE", ""),
    "busy after the end": (GOOD + "\nwhile True: pass", "talk 3", "TLE", ""),
    "busy when told so": ("print(1, flush=True)\nwhile True: pass", "talk 3", "WA", "'1' for 3"),
    "an interactor that does not wait": ("while True: pass", "eager", "TLE", ""),
    "an interactor that is slow": (GOOD, "slow 3 5", "AC", "all right"),
    "an interactor that crashes": (GOOD, "crash 3", "JE", "ValueError: in the interactor"),
    "an interactor that says nothing": (GOOD, "zero 3", "JE", "ended with 0"),
}  # fmt: skip


@pytest.fixture(params=["docker", "process"])
def sandbox(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    """Either kind; engines are only asked for where they are needed."""
    yield request.getfixturevalue("judging_sandbox" if request.param == "docker" else "process_sandbox")


def interactive(folder: Path, given: str, interactor: str = INTERACTOR) -> Problem:
    return small_problem(
        folder,
        {"secret/1": (given, "")},
        limits=LIMITS,
        settings="type: interactive\n",
        files={"output_validator/interact.py": interactor},
    )


def talked(problem: Problem, source: str, sandbox: Sandbox) -> TestResult:
    result = judged(problem, submission("python", source), sandbox)
    assert result.compile.ok, result.compile.output
    [test] = result.tests
    return test


@pytest.mark.parametrize("name", TALKS)
def test_a_talk_ends_as_it_should(tmp_path: Path, sandbox: Sandbox, name: str) -> None:
    source, given, verdict, says = TALKS[name]
    test = talked(interactive(tmp_path / "doubles", given), source, sandbox)
    assert test.verdict == verdict, test
    assert says in test.message


def test_a_sample_of_the_interactors_own_is_not_shown(tmp_path: Path, process_sandbox: Sandbox) -> None:
    """What the interactor reads is neither the candidate's input nor what it should have said."""
    problem = small_problem(
        tmp_path / "doubles",
        {"sample/1": ("talk 3 5", ""), "secret/1": ("talk 3", "")},
        limits=LIMITS,
        settings="type: interactive\n",
        files={"output_validator/interact.py": INTERACTOR},
    )
    test = judged(problem, submission("python", "print(3, flush=True)"), process_sandbox).tests[0]
    assert (test.name, test.verdict, test.sample) == ("sample/1", Verdict.WA, None)
    assert "'3' for 3" in test.message


def test_garbage_without_end_is_rejected_or_cut_off(tmp_path: Path, sandbox: Sandbox) -> None:
    """Whichever comes first: the interactor reads the first line, or the limit is reached."""
    source = "while True: print('x' * 1000)"
    test = talked(interactive(tmp_path / "doubles", "talk 3"), source, sandbox)
    assert test.verdict in {Verdict.WA, Verdict.OLE}


def test_a_candidate_that_does_not_flush_waits_in_vain(tmp_path: Path, judging_sandbox: Sandbox) -> None:
    source = "import sys; print(6); sys.stdin.readline(); sys.stdin.readline()"
    test = talked(interactive(tmp_path / "doubles", "talk 3"), source, judging_sandbox)
    assert (test.verdict, test.message) == (Verdict.TLE, "waited too long")
    assert test.cpu_seconds < 0.5


def test_tests_of_one_submission_do_not_hear_each_other(tmp_path: Path, sandbox: Sandbox) -> None:
    tests = {f"secret/{n}": (f"talk {n} {n + 1}", "") for n in range(5)}
    problem = small_problem(
        tmp_path / "doubles",
        tests,
        limits=LIMITS,
        settings="type: interactive\n",
        files={"output_validator/interact.py": INTERACTOR},
    )
    result = judged(problem, submission("python", GOOD), sandbox)
    assert [test.verdict for test in result.tests] == [Verdict.AC] * 5


def test_an_interactor_of_testlibs_kind_can_write_its_log(tmp_path: Path, sandbox: Sandbox) -> None:
    interactor = """
import sys
given, log, answer = sys.argv[1:4]
number = int(open(given).read())
print(number, flush=True)
said = input()
open(log, "w").write(said)
print("quit", file=sys.stderr)
sys.exit(0 if int(said) == 2 * number else 1)
"""
    problem = small_problem(
        tmp_path / "doubles",
        {"secret/1": ("4", "")},
        limits=LIMITS,
        settings="type: interactive\n",
        files={"output_validator/i.py": interactor, "jobcoach.yaml": "validator_protocol: testlib\n"},
    )
    for source, verdict in (("print(2 * int(input()))", Verdict.AC), ("print(input())", Verdict.WA)):
        assert talked(problem, source, sandbox).verdict is verdict


def test_a_checker_rules_on_the_log_of_a_content_interactor(tmp_path: Path, sandbox: Sandbox) -> None:
    interactor = """
import sys
given, log, answer = sys.argv[1:4]
print(open(given).read(), flush=True)
said = input()
if said != "nothing": open(log, "w").write(said)
sys.exit(1 if said == "rude" else 0)
"""
    checker = """
import sys
given, log, answer = (open(name).read().strip() for name in sys.argv[1:4])
print(f"{given} {log} {answer}", file=sys.stderr)
sys.exit(0 if log == answer else 2)
"""
    problem = small_problem(
        tmp_path / "logged",
        {"secret/1": ("4", "8")},
        limits=LIMITS,
        settings="type: interactive\n",
        files={
            "output_validator/i.py": interactor,
            "log_checker/c.py": checker,
            "jobcoach.yaml": "validator_protocol: testlib\n",
        },
    )
    endings = {
        "print(2 * int(input()))": ("AC", "4 8 8"),
        "print(input())": ("WA", "4 4 8"),
        "print('rude')": ("WA", ""),
        "print('nothing')": ("JE", "the interactor's log cannot be read"),
        "print(8); raise SystemExit(3)": ("RTE", "exit code 3"),
    }
    found = {source: talked(problem, source, sandbox) for source in endings}
    assert {source: (test.verdict, test.message) for source, test in found.items()} == endings


SLOW_QUERIES = """
import sys, time
print("ask", flush=True)
for line in sys.stdin:
    time.sleep(0.002)
    if line.strip() == "done": sys.exit(42)
    if line.strip() == "wrong": sys.exit(43)
raise EOFError
"""


@pytest.mark.parametrize(
    ("source", "expected"),
    {
        "while True: print('x', flush=True)": {"TLE", "OLE"},
        "for i in range(100): print('x')\nprint('done')": {"AC"},
        "for i in range(100): print('x')\nprint('wrong')": {"WA"},
        "print('x')\nraise SystemExit(3)": {"RTE"},
        "print('x')": {"JE"},
    }.items(),
    ids=["flood", "done", "wrong", "crash", "end"],
)
def test_whoever_fails_first_is_at_fault_and_the_other_is_not_waited_for(
    tmp_path: Path, sandbox: Sandbox, source: str, expected: set[str]
) -> None:
    """An interactor may crash when the candidate is gone, and may have much to read then."""
    problem = interactive(tmp_path / "slow", "", SLOW_QUERIES)
    began = time.monotonic()
    assert talked(problem, source, sandbox).verdict in expected
    assert time.monotonic() - began < 30  # all that a second of flood says would take 40 s or more


@pytest.mark.parametrize(
    ("source", "expected"),
    {
        "import sys\nprint(len(sys.stdin.read()), flush=True)": "AC",
        "import sys, os\nsys.stdin.read()\nos.close(1)\nwhile True: pass": "TLE",
        "print(5)": "WA",
    }.items(),
    ids=["reads to the end", "closes its output", "guesses"],
)
def test_the_candidate_sees_the_end_of_what_the_interactor_says(
    tmp_path: Path, sandbox: Sandbox, source: str, expected: str
) -> None:
    interactor = """
import os, sys
os.write(1, b"x" * 70000)
os.close(1)
said = sys.stdin.read()
sys.exit(42 if said == "70000\\n" else 43)
"""
    assert talked(interactive(tmp_path / "closing", "", interactor), source, sandbox).verdict == expected
