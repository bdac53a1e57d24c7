"""From verdicts of tests to the verdict and points of a submission.

Follows the default grader of the legacy format and the result aggregation of
2025-09. Pure: what a test got goes in, what it means comes out; the order in
which results arrive changes nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from jobcoach.judge.package.model import Aggregation, Problem, TestCase, TestGroup
from jobcoach.judge.package.points import (
    PASS_FAIL_POINTS,
    accept_points,
    combine,
    legacy_maximum,
    reject_points,
    share_of_test,
)
from jobcoach.judge.verdicts import Verdict

AC, JE = Verdict.AC, Verdict.JE
# The legacy grader's order; CE and JE are told before any grading.
_WORST_FIRST = (Verdict.RTE, Verdict.MLE, Verdict.TLE, Verdict.OLE, Verdict.WA)


class Stop(StrEnum):
    """When tests that are left no longer run."""

    AS_PACKAGE = "as-package"  # where the package breaks off a group
    FIRST_FAILURE = "first-failure"  # after the first test that fails
    NEVER = "never"  # all run; the grade is that of AS_PACKAGE


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one test got; ``points`` and ``multiplier`` are a custom validator's."""

    verdict: Verdict
    points: float | None = None
    multiplier: float | None = None


@dataclass(frozen=True, slots=True)
class GroupScore:
    """One line of the table of groups; ``passed`` of ``tests`` were accepted.

    ``skipped`` means that a group it requires was not accepted.
    """

    name: str
    verdict: Verdict
    points: float | None
    max_points: float | None
    passed: int
    tests: int
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """The grade of a submission. ``groups`` are those below the root, outer first."""

    verdict: Verdict
    points: float
    max_points: float | None
    groups: tuple[GroupScore, ...]


def aggregate(problem: Problem, outcomes: Mapping[str, Outcome], stop: Stop = Stop.AS_PACKAGE) -> Score:
    """The grade that ``outcomes``, by test name, amount to.

    Outcomes after the point where judging breaks off count for nothing, be
    they there or not. A test that matters and has no outcome counts as JE.
    """
    grading = Grading(problem, outcomes, stop, missing=JE)
    verdict, points = grading.root()
    return Score(verdict, points, problem.maximum_points, tuple(grading.table))


def points_of_test(problem: Problem, group: TestGroup, outcome: Outcome) -> float | None:
    """Points of one test in ``group``; None where tests carry none."""
    if not problem.scoring or (problem.shares_points and group.aggregation is Aggregation.PASS_FAIL):
        return None
    if not problem.shares_points:
        if outcome.verdict is not AC:
            return reject_points(group)
        return accept_points(group) if outcome.points is None else outcome.points
    if outcome.verdict is not AC:
        return 0.0
    if outcome.points is not None:
        return outcome.points
    return (share_of_test(group) or 0.0) * (1.0 if outcome.multiplier is None else outcome.multiplier)


def children(group: TestGroup) -> list[TestCase | TestGroup]:
    """Tests and subgroups in the order of judging: by name."""
    return sorted((*group.tests, *group.groups), key=lambda child: child.name)


def tests_below(group: TestGroup) -> Iterator[TestCase]:
    """All tests of a group in the order of judging."""
    for child in children(group):
        if isinstance(child, TestCase):
            yield child
        else:
            yield from tests_below(child)


class Grading:
    """One walk over the tests in their order. ``visited`` are those that mattered."""

    def __init__(
        self, problem: Problem, outcomes: Mapping[str, Outcome], stop: Stop, missing: Verdict
    ) -> None:
        self._problem = problem
        self._outcomes = outcomes
        self._stop_at_failure = stop is Stop.FIRST_FAILURE
        self._missing = Outcome(missing)
        self._failure: Verdict | None = None  # the first in the whole
        self._group_failures: dict[str, Verdict] = {}
        self.visited: list[TestCase] = []
        self.table: list[GroupScore] = []

    def root(self) -> tuple[Verdict, float]:
        """Verdict and points of the submission."""
        verdict, points = self._grade(self._problem.data)
        if not self._problem.scoring:
            return verdict, PASS_FAIL_POINTS if verdict is AC else 0.0
        if verdict is JE or (verdict is not AC and not self._problem.shares_points):
            return verdict, 0.0  # the legacy format ignores points of what is not accepted
        return verdict, points

    def _grade(self, group: TestGroup) -> tuple[Verdict, float]:
        verdicts: list[Verdict] = []
        points: list[float] = []
        for child in children(group):
            if isinstance(child, TestCase):
                verdict, part = self._test(group, child)
            else:
                verdict, part = self._subgroup(child)
            if child.name == "sample" and group.ignore_sample:
                continue
            verdicts.append(verdict)
            if child.name != "sample" or not self._problem.shares_points:
                points.append(part)
            if verdict is not AC and group.break_on_reject:
                break
        verdict = _verdict(group, verdicts)
        if verdict is not AC:
            self._group_failures[group.name] = verdict
        return verdict, self._points(group, verdict, points)

    def _test(self, group: TestGroup, test: TestCase) -> tuple[Verdict, float]:
        if self._failure and self._stop_at_failure:
            outcome = Outcome(self._failure)
        else:
            self.visited.append(test)
            outcome = self._outcomes.get(test.name, self._missing)
        if outcome.verdict is not AC and not self._failure:
            self._failure = outcome.verdict
        return outcome.verdict, points_of_test(self._problem, group, outcome) or 0.0

    def _subgroup(self, group: TestGroup) -> tuple[Verdict, float]:
        place = len(self.table)
        failed = next((name for name in group.requires if name in self._group_failures), None)
        if failed is not None:
            verdict, points = self._group_failures[failed], 0.0
            self._group_failures[group.name] = verdict
        else:
            verdict, points = self._grade(group)
        tests = list(tests_below(group))
        passed = sum(self._passed(test) for test in tests)
        scored = self._problem.scoring and not (self._problem.shares_points and group.name == "sample")
        maximum = group.max_points if self._problem.shares_points else legacy_maximum(group)
        line = GroupScore(
            name=group.name,
            verdict=verdict,
            points=points if scored else None,
            max_points=maximum if scored else None,
            passed=passed,
            tests=len(tests),
            skipped=failed is not None,
        )
        self.table.insert(place, line)
        return verdict, points

    def _passed(self, test: TestCase) -> bool:
        outcome = self._outcomes.get(test.name)
        return outcome is not None and outcome.verdict is AC

    def _points(self, group: TestGroup, verdict: Verdict, points: list[float]) -> float:
        if not self._problem.shares_points:
            total = combine(group.aggregation, points)
        elif not group.name:
            return sum(points)  # those of secret
        elif group.aggregation is Aggregation.PASS_FAIL:
            total = (group.max_points or 0.0) if verdict is AC else 0.0
        else:
            total = combine(group.aggregation, points)
        return total if group.max_points is None else min(total, group.max_points)


def _verdict(group: TestGroup, verdicts: Iterable[Verdict]) -> Verdict:
    found = list(verdicts)
    if JE in found:
        return JE  # a fault of the judge is never covered up by what it did judge
    if group.always_accept or (group.accept_if_any_accepted and AC in found):
        return AC
    rejected = [verdict for verdict in found if verdict is not AC]
    if not rejected:
        return AC
    if group.first_error:
        return rejected[0]
    return next((worst for worst in _WORST_FIRST if worst in rejected), rejected[0])
