"""The tests of one submission in their order, what each got, and what it is worth."""

from collections import deque
from collections.abc import Iterator

from jobcoach.judge.package.model import Problem, TestCase, TestGroup
from jobcoach.judge.package.schedule import TestSchedule
from jobcoach.judge.package.scoring import Outcome, Score, Stop, points_of_test
from jobcoach.judge.verdicts import Verdict


class PendingTests:
    """Hands out each test once; those that a rejection makes pointless are passed over."""

    def __init__(self, problem: Problem, stop: Stop) -> None:
        self._problem = problem
        self._stop = stop
        self._schedule = TestSchedule(problem, stop)
        self._groups = {group.name: group for group in _groups(problem.data)}
        self._planned = deque(self._schedule.pending)
        self._wanted = {test.name for test in self._planned}
        self.total = len(self._planned)

    def next_test(self) -> TestCase | None:
        """The next test that counts, None at the end."""
        while self._planned:
            test = self._planned.popleft()
            if self.counts(test):
                return test
        return None

    def counts(self, test: TestCase) -> bool:
        """Whether the test's result still matters."""
        return test.name in self._wanted

    def group_of(self, test: TestCase) -> TestGroup:
        """The group that the test stands in."""
        return self._groups[test.group]

    def points(self, test: TestCase, outcome: Outcome) -> float | None:
        """What the test earns with this outcome; None where tests carry no points."""
        return points_of_test(self._problem, self.group_of(test), outcome)

    def record(self, test: TestCase, outcome: Outcome) -> None:
        """Takes the final outcome of a test."""
        self._schedule.report(test.name, outcome)
        self._wanted.discard(test.name)
        if outcome.verdict is not Verdict.AC and self._stop is not Stop.NEVER:
            self._wanted = {each.name for each in self._schedule.pending}

    def score(self) -> Score:
        """The grade of all that was recorded."""
        return self._schedule.score()


def _groups(group: TestGroup) -> Iterator[TestGroup]:
    yield group
    for inner in group.groups:
        yield from _groups(inner)
