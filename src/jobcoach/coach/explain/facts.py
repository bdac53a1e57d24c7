"""What can be said after a verdict without guessing: plain values, each with what it rests on.

Of secret tests they hold names, verdicts, times, memory and sizes, never data; what is
said of data (``FailedSample``, ``Crash.said``) comes from samples alone.
"""

from dataclasses import dataclass
from typing import Literal

from jobcoach.coach.explain.growth import GrowthClass
from jobcoach.judge.results import SampleView
from jobcoach.judge.verdicts import Verdict

Measure = Literal["values", "bytes"]
"""Numbers and words of an input, or its bytes where it is one long word."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large an input is."""

    count: int
    measure: Measure


@dataclass(frozen=True, slots=True)
class CodeLine:
    """A line of the candidate's own code, counted from 1."""

    path: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class CompileFault:
    """The compiler's first error; ``more`` are those after it."""

    message: str
    line: CodeLine | None
    more: int = 0


@dataclass(frozen=True, slots=True)
class FailedSample:
    """The first sample that is not accepted; ``sample`` is None where it is a conversation.

    ``sample.given`` is the program's output only if ``output_kept``. ``called``: ``sample.input`` is
    a call. ``said`` is what the judge says of the output, if anything.
    """

    problem: str
    test: str
    verdict: Verdict
    sample: SampleView | None
    called: bool
    output_kept: bool
    said: str = ""


@dataclass(frozen=True, slots=True)
class WrongInSecret:
    """All samples are accepted, but ``test`` is not: the smallest of the ``wrong`` secret tests.

    ``accepted`` secret tests are right; the largest of these has ``largest_right``.
    """

    test: str
    wrong: int
    accepted: int
    size: Size | None
    largest_right: Size | None


@dataclass(frozen=True, slots=True)
class Crash:
    """``error`` is a bare name (``IndexError``, ``SIGSEGV``), or empty; of secret tests it is all."""

    test: str
    error: str
    of_sample: bool
    size: Size | None
    line: CodeLine | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class TooSlow:
    """The first test over the time limit, and the largest that was not.

    ``waited``: it did not work, but waited. ``square_steps`` are the steps of a loop within a loop, where
    no program in this ``language`` could do them in time.
    """

    test: str
    size: Size | None
    limit_seconds: float
    waited: bool = False
    passed_size: Size | None = None
    passed_seconds: float = 0.0
    square_steps: int | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class TimeGrowth:
    """How CPU time grows, by ``sizes`` different sizes.

    A test of ``size`` needs ``needed_seconds``: measured, or ``expected`` where it was stopped.
    """

    growth: GrowthClass
    sizes: int
    size: Size
    needed_seconds: float
    expected: bool
    limit_seconds: float


@dataclass(frozen=True, slots=True)
class MemoryUse:
    """The test with the most memory, over or near the limit, and a smaller one to compare."""

    test: str
    size: Size | None
    memory_bytes: int
    limit_bytes: int
    over: bool
    smaller_size: Size | None = None
    smaller_bytes: int = 0


@dataclass(frozen=True, slots=True)
class TooMuchOutput:
    """The first test over the output limit."""

    test: str
    limit_bytes: int


@dataclass(frozen=True, slots=True)
class GroupPoints:
    """One group of a problem with points. ``max_points`` is None where the package names none."""

    group: str
    points: float
    max_points: float | None
    accepted: int
    tests: int


@dataclass(frozen=True, slots=True)
class PartialPoints:
    """Points by group, where not all were had."""

    groups: tuple[GroupPoints, ...]


Fact = (
    CompileFault
    | FailedSample
    | WrongInSecret
    | Crash
    | TooSlow
    | TimeGrowth
    | MemoryUse
    | TooMuchOutput
    | PartialPoints
)
