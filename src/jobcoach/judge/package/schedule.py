"""Which tests of a problem still have to run, while results come in."""

from jobcoach.judge.package.model import Problem, TestCase
from jobcoach.judge.package.scoring import Grading, Outcome, Score, Stop, aggregate, tests_below
from jobcoach.judge.verdicts import Verdict


class TestSchedule:
    """Tests in their order; those that no longer matter drop out.

    Results may come in any order, so that a judge can run a few tests ahead:
    what it ran in vain changes nothing.
    """

    __test__ = False

    def __init__(self, problem: Problem, stop: Stop = Stop.AS_PACKAGE) -> None:
        self._problem = problem
        self._stop = stop
        self._outcomes: dict[str, Outcome] = {}
        self._pending = {test.name: test for test in tests_below(problem.data)}

    @property
    def pending(self) -> tuple[TestCase, ...]:
        """Tests without an outcome that may still matter, in order."""
        return tuple(self._pending.values())

    def report(self, test_name: str, outcome: Outcome) -> None:
        """Take the outcome of a test; a rejection may drop later ones."""
        self._outcomes[test_name] = outcome
        self._pending.pop(test_name, None)
        if outcome.verdict is not Verdict.AC and self._stop is not Stop.NEVER:
            self._pending = {test.name: test for test in self._needed() if test.name in self._pending}

    def score(self) -> Score:
        """The grade of what has been reported."""
        return aggregate(self._problem, self._outcomes, self._stop)

    def _needed(self) -> list[TestCase]:
        """Tests that matter if all that is still out is accepted."""
        grading = Grading(self._problem, self._outcomes, self._stop, missing=Verdict.AC)
        grading.root()
        return grading.visited
