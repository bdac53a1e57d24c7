"""What a run of ``jobcoach judge`` has to tell, before any format is chosen."""

from collections.abc import Iterator
from dataclasses import dataclass

from jobcoach.judge.package.model import TestGroup
from jobcoach.judge.results import SubmissionResult, TestResult
from jobcoach.judge.submissions.discover import Unusable
from jobcoach.judge.verdicts import Verdict

# What a problem without points of its own is worth, so that both kinds compare.
PASS_POINTS = 100.0
# Of these the judge itself says why ("exit code 1"); of others the package's validator does.
_OWN_WORDS = frozenset({Verdict.RTE, Verdict.TLE, Verdict.MLE, Verdict.OLE})


@dataclass(frozen=True, slots=True)
class Judged:
    """One verdict. ``test_names`` are all tests of the problem in their order,
    run or not; ``record_id`` is the verdict's number in the history, if kept."""

    result: SubmissionResult
    test_names: tuple[str, ...] = ()
    record_id: int | None = None


@dataclass(frozen=True, slots=True)
class JudgeReport:
    """A whole run. ``not_judged`` are the paths that an interruption or a failing
    engine left without a verdict, ``stopped_by`` says what it was."""

    sandbox: str
    judged: tuple[Judged, ...] = ()
    unusable: tuple[Unusable, ...] = ()
    not_judged: tuple[str, ...] = ()
    stopped_by: str = ""


def falls_short(report: JudgeReport, fail_under: float | None) -> bool:
    """Whether a submission is not accepted, or has fewer points than ``fail_under``."""
    if fail_under is None:
        return any(one.result.verdict != Verdict.AC for one in report.judged)
    return any(points_of(one.result)[0] < fail_under for one in report.judged)


def points_of(result: SubmissionResult) -> tuple[float, float]:
    """(points, maximum); without a scoring of its own a problem is worth 100 or nothing."""
    if result.points is None:
        accepted = result.verdict == Verdict.AC
        return (PASS_POINTS if accepted else 0.0), PASS_POINTS
    return float(result.points), float(PASS_POINTS if result.max_points is None else result.max_points)


def is_sample(test: TestResult) -> bool:
    """Whether the test's data may be shown."""
    return test.group == "sample" or test.group.startswith("sample/")


def shown_message(test: TestResult) -> str:
    """The test's message, unless a validator may have quoted secret data in it."""
    return test.message if is_sample(test) or test.verdict in _OWN_WORDS else ""


def slowest_test(result: SubmissionResult) -> TestResult | None:
    """The test that took the most CPU time, the first of several."""
    return max(result.tests, key=lambda test: test.cpu_seconds, default=None)


def peak_memory_bytes(result: SubmissionResult) -> int:
    """The largest peak of all tests, 0 without tests."""
    return max((test.memory_bytes for test in result.tests), default=0)


def accepted_tests(result: SubmissionResult) -> int:
    """How many of the tests that were run are accepted."""
    return sum(test.verdict == Verdict.AC for test in result.tests)


def tests_not_run(judged: Judged) -> list[str]:
    """Names of tests without a result, in the problem's order."""
    run = {test.name for test in judged.result.tests}
    return [name for name in judged.test_names if name not in run]


def test_names(group: TestGroup) -> Iterator[str]:
    """Names of all tests below ``group``: sample before secret, as they are judged."""
    for test in group.tests:
        yield test.name
    for below in group.groups:
        yield from test_names(below)
