"""``problems verify``: wrong expectations, limits that are inferred, data that are not valid."""

from collections.abc import Mapping
from pathlib import Path

from small_packages import Content, small_problem

from jobcoach.judge.events import Event, Finished, Started
from jobcoach.judge.results import SubmissionResult
from jobcoach.judge.running.time_limits import TimeLimits
from jobcoach.judge.sandbox.box import Sandbox
from jobcoach.judge.verdicts import Verdict
from jobcoach.judge.verify import ProblemReport, SubmissionCheck, verify_problems

TESTS = {"sample/1": ("1 2\n", "3\n"), "secret/1": ("4 5\n", "9\n"), "secret/2": ("0 0\n", "0\n")}
SOLUTION = "print(sum(map(int, input().split())))\n"
SUBTRACTS = "a, b = map(int, input().split())\nprint(a - b)\n"
LOOPS = "while True: pass\n"
NO_LIMIT = "{memory: 64, time_resolution: 0.5, time_multipliers: {ac_to_time_limit: 3}}"
# What takes about 0.3 s of processor time, on any machine.
SLOW = "import time\nwhile time.process_time() < 0.3: pass\n" + SOLUTION


def verified(
    folder: Path,
    files: Mapping[str, Content],
    sandbox: Sandbox,
    *,
    tests: Mapping[str, tuple[Content, Content]] = TESTS,
    limits: str = "{time_limit: 1, memory: 64}",
    cache_folder: Path | None = None,
) -> ProblemReport:
    problem = small_problem(folder, tests, limits=limits, files=files)
    [report] = verify_problems([problem], sandbox, jobs=2, cache_folder=cache_folder)
    return report


def by_path(report: ProblemReport) -> dict[str, SubmissionCheck]:
    return {check.path.removeprefix("submissions/"): check for check in report.submissions}


def test_a_sound_package(tmp_path: Path, process_sandbox: Sandbox) -> None:
    files = {
        "submissions/accepted/a.py": SOLUTION,
        "submissions/wrong_answer/b.py": SUBTRACTS,
        "submissions/run_time_error/c.py": "1 / 0",
        "submissions/time_limit_exceeded/d.py": LOOPS,
    }
    report = verified(tmp_path / "sound", files, process_sandbox)
    assert report.ok
    assert (report.errors, report.time_limit_seconds, report.inferred) == ((), 1.0, False)
    assert {path: check.verdict for path, check in by_path(report).items()} == {
        "accepted/a.py": "AC", "wrong_answer/b.py": "WA", "run_time_error/c.py": "RTE",
        "time_limit_exceeded/d.py": "TLE",
    }  # fmt: skip


def test_a_submission_that_does_otherwise_is_told(tmp_path: Path, process_sandbox: Sandbox) -> None:
    files = {
        "submissions/accepted/right.py": SOLUTION,
        "submissions/accepted/subtracts.py": SUBTRACTS,
        "submissions/accepted/typo.py": "def f(:",
        "submissions/wrong_answer/right.py": SOLUTION,
    }
    report = verified(tmp_path / "unsound", files, process_sandbox)
    assert not report.ok
    checks = by_path(report)
    assert checks["accepted/right.py"].ok
    wrong = {path: check for path, check in checks.items() if not check.ok}
    assert sorted(wrong) == ["accepted/subtracts.py", "accepted/typo.py", "wrong_answer/right.py"]
    assert "WA" in wrong["accepted/subtracts.py"].message
    assert "SyntaxError" in wrong["accepted/typo.py"].message
    assert "WA" in wrong["wrong_answer/right.py"].message
    assert wrong["accepted/typo.py"].verdict is Verdict.CE


def test_a_missing_limit_is_inferred_and_remembered(tmp_path: Path, process_sandbox: Sandbox) -> None:
    """Three times the slowest accepted one, in steps of half a second."""
    files = {
        "submissions/accepted/quick.py": SOLUTION,
        "submissions/accepted/slow.py": SLOW,
        "submissions/time_limit_exceeded/loops.py": LOOPS,
    }
    cache = tmp_path / "cache"
    report = verified(tmp_path / "open", files, process_sandbox, limits=NO_LIMIT, cache_folder=cache)
    assert report.ok, report
    assert report.inferred
    slowest = by_path(report)["accepted/slow.py"].slowest_cpu_seconds
    assert slowest >= 0.3
    assert report.time_limit_seconds is not None
    assert 3 * slowest <= report.time_limit_seconds < 3 * slowest + 0.5
    assert report.time_limit_seconds % 0.5 == 0
    problem = small_problem(tmp_path / "open", TESTS, limits=NO_LIMIT, files=files)
    assert TimeLimits(cache / "time-limits").find(problem.version) == report.time_limit_seconds


def test_without_an_accepted_submission_no_limit_is_inferred(
    tmp_path: Path, process_sandbox: Sandbox
) -> None:
    files = {"submissions/accepted/wrong.py": SUBTRACTS}
    report = verified(tmp_path / "open", files, process_sandbox, limits=NO_LIMIT)
    assert not report.ok
    assert report.time_limit_seconds is None
    assert any("time limit" in warning for warning in report.warnings)


def test_a_tight_limit_is_warned_of(tmp_path: Path, process_sandbox: Sandbox) -> None:
    slow = SLOW.replace("0.3", "0.6")
    report = verified(tmp_path / "tight", {"submissions/accepted/slow.py": slow}, process_sandbox)
    assert report.ok, report
    assert any("slowest accepted" in warning for warning in report.warnings)


VALIDATE = """
import sys
a, b = input().split()
if int(a) < 0: print("too small:", a); sys.exit(43)
if int(a) > 100: sys.exit("too large")
if sys.stdin.read(): sys.exit(43)
sys.exit(42)
"""


def test_inputs_that_are_not_valid_are_told(tmp_path: Path, process_sandbox: Sandbox) -> None:
    tests = {
        "sample/1": ("1 2\n", "3\n"),
        "secret/negative": ("-1 2\n", "1\n"),
        "secret/large": ("101 0\n", "101\n"),
        "secret/long": ("1 1\nmore", "2\n"),
    }
    files = {"input_validators/check.py": VALIDATE, "submissions/accepted/a.py": SOLUTION}
    report = verified(tmp_path / "invalid", files, process_sandbox, tests=tests)
    assert not report.ok
    assert len(report.errors) == 3
    told = "\n".join(report.errors)
    assert "data/secret/negative.in: rejected by input_validators/check.py: too small: -1" in told
    assert "data/secret/large.in" in told
    assert "too large" in told
    assert "data/secret/long.in" in told
    assert "sample" not in told


def test_an_input_validator_that_does_not_work_is_told(tmp_path: Path, process_sandbox: Sandbox) -> None:
    files = {"input_validators/check.py": "def f(:", "submissions/accepted/a.py": SOLUTION}
    report = verified(tmp_path / "broken", files, process_sandbox)
    assert not report.ok
    assert "SyntaxError" in report.errors[0]


def test_an_output_validator_that_fails_on_the_answers_is_told(
    tmp_path: Path, process_sandbox: Sandbox
) -> None:
    files = {
        "output_validator/v.py": "import sys; sys.exit(42 if input() != '0' else 1)",
        "submissions/accepted/a.py": SOLUTION,
    }
    report = verified(tmp_path / "failing", files, process_sandbox)
    assert not report.ok
    assert any("data/secret/2.ans" in error for error in report.errors)


def test_reports_come_in_the_order_of_the_problems(tmp_path: Path, process_sandbox: Sandbox) -> None:
    names = ["c", "a", "b"]
    files = {"submissions/accepted/a.py": SOLUTION, "submissions/wrong_answer/b.py": SUBTRACTS}
    problems = [small_problem(tmp_path / name, TESTS, files=files) for name in names]
    told: list[Event] = []
    reports = list(verify_problems(problems, process_sandbox, jobs=2, on_event=told.append))
    assert [report.id for report in reports] == names
    assert all(report.ok and len(report.submissions) == 2 for report in reports)
    assert [sum(isinstance(event, kind) for event in told) for kind in (Started, Finished)] == [6, 6]


def test_what_is_known_is_not_judged_again(tmp_path: Path, process_sandbox: Sandbox) -> None:
    problem = small_problem(tmp_path / "known", TESTS, files={"submissions/accepted/a.py": SOLUTION})
    asked: list[str] = []
    results: list[SubmissionResult] = []

    def recall(key: str) -> SubmissionResult | None:
        asked.append(key)
        return results[0] if results else None

    def keep(event: Event) -> None:
        if isinstance(event, Finished):
            results.append(event.result)

    first = list(verify_problems([problem], process_sandbox, jobs=1, recall=recall, on_event=keep))
    again = list(verify_problems([problem], process_sandbox, jobs=1, recall=recall))
    assert first == again
    assert len(set(asked)) == 1


def test_a_submission_that_is_hardly_too_slow_is_told(tmp_path: Path, judging_sandbox: Sandbox) -> None:
    files = {
        "submissions/accepted/a.py": SOLUTION,
        "submissions/time_limit_exceeded/hardly.py": SLOW.replace("0.3", "0.6") + "\n",
        "submissions/time_limit_exceeded/loops.py": LOOPS,
    }
    limits = "{time_limit: 0.4, time_multipliers: {time_limit_to_tle: 4}, memory: 64}"
    report = verified(tmp_path / "hardly", files, judging_sandbox, limits=limits)
    [told] = [each for each in report.warnings if "too slow" in each]
    assert told.startswith("submissions/time_limit_exceeded/hardly.py: needs 0.")
    assert told.endswith("to be too slow it should be 1.6 s")
