"""One judged submission with all that is said of it: results, sizes, limits, the candidate's code."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from jobcoach.coach.explain.facts import Size
from jobcoach.coach.explain.own_code import OwnCode
from jobcoach.coach.explain.sizes import InputSizes, all_tests, input_sizes
from jobcoach.judge.package.model import TestCase
from jobcoach.judge.results import SubmissionResult, TestResult
from jobcoach.judge.running.judging import DEFAULT_TIME_LIMIT_SECONDS
from jobcoach.judge.task import Task
from jobcoach.judge.verdicts import Verdict

ENDED_BY_ITSELF = frozenset({Verdict.AC, Verdict.WA})
_WAITED = "waited too long"


@dataclass(frozen=True)
class JudgedTask:
    """A task, timed as it was judged, and its result."""

    task: Task
    result: SubmissionResult

    @cached_property
    def code(self) -> OwnCode:
        """The candidate's own sources."""
        return OwnCode.of(self.task)

    @cached_property
    def cases(self) -> dict[str, TestCase]:
        """The package's tests by name."""
        return {test.name: test for test in all_tests(self.task.problem.data)}

    @cached_property
    def sizes(self) -> InputSizes:
        """Sizes of the inputs that were run. An interactor's input is not the program's."""
        if self.task.problem.interactive:
            return InputSizes({})
        return input_sizes(self.cases[test.name] for test in self.result.tests if test.name in self.cases)

    @property
    def time_limit_seconds(self) -> float:
        """The limit that was applied."""
        own = self.task.problem.limits.time_limit_seconds
        return (own or DEFAULT_TIME_LIMIT_SECONDS) * self.task.options.time_factor

    def tests(self, verdict: Verdict) -> Iterator[TestResult]:
        """Results with that verdict, in the order of judging."""
        return (test for test in self.result.tests if test.verdict is verdict)

    def is_sample(self, test: TestResult) -> bool:
        """Whether its data may be shown: by the package, not by its name alone."""
        case = self.cases.get(test.name)
        return case is not None and case.is_sample

    def size(self, test: TestResult) -> Size | None:
        """The size of a test's input, if it is known."""
        return self.sizes.of(test.name)


def waited(test: TestResult) -> bool:
    """Whether it ran out of time without working."""
    return test.verdict is Verdict.TLE and test.message.startswith(_WAITED)
