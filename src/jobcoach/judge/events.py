"""What a batch tells while it runs; ``index`` is the submission's place in it."""

from collections.abc import Callable
from dataclasses import dataclass

from jobcoach.judge.results import CompileResult, SubmissionResult, TestResult


@dataclass(frozen=True, slots=True)
class Started:
    """Judging of a submission begins; ``tests`` is how many tests it may run."""

    index: int
    path: str
    problem: str
    language: str
    tests: int


@dataclass(frozen=True, slots=True)
class Compiled:
    """The compiler is done."""

    index: int
    result: CompileResult


@dataclass(frozen=True, slots=True)
class TestDone:
    """One test has its verdict (tests of a submission come in their order)."""

    __test__ = False

    index: int
    result: TestResult


@dataclass(frozen=True, slots=True)
class Finished:
    """The submission has its verdict."""

    index: int
    result: SubmissionResult


@dataclass(frozen=True, slots=True)
class Preparing:
    """Something slow that happens once, such as building an image."""

    what: str


Event = Started | Compiled | TestDone | Finished | Preparing
Listener = Callable[[Event], None]


def ignore(event: Event) -> None:
    """For those who do not listen."""
