"""A problem package as judging sees it, whatever format it was written in.

Everything here is a plain frozen value that pickles; files are paths below
``Problem.root`` and are read only when a test runs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from jobcoach.judge.function_style.signature import Function
from jobcoach.judge.package.constants import NO_CONSTANTS, Constants
from jobcoach.judge.verdicts import Verdict


class ValidatorKind(StrEnum):
    """How an output validator is called and how it answers."""

    DEFAULT = "default"
    CUSTOM = "custom"  # ICPC: input answer feedback_dir < output, exits 42 or 43
    TESTLIB = "testlib"  # testlib: input output answer, exits 0, 1, 2, 3, 7


@dataclass(frozen=True, slots=True)
class TokenRules:
    """Flags of the default validator; a tolerance of None compares tokens as text."""

    case_sensitive: bool = False
    space_change_sensitive: bool = False
    float_absolute_tolerance: float | None = None
    float_relative_tolerance: float | None = None


@dataclass(frozen=True, slots=True)
class Program:
    """A validator's or submission's sources.

    ``files`` are sorted and relative to ``directory``; a program of one file
    has the folder it stands in as its directory. ``build`` and ``run`` scripts
    are among the files.
    """

    directory: Path
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class TestCase:
    """One test. ``name`` is its path below ``data/`` without suffix, ``group``
    the name of the group it stands in (``sample``, ``secret``, ``secret/big``).

    ``files`` are relative to ``files_directory`` and belong in the working
    directory of the run. ``validator_flags`` are all the flags that the
    output validator gets for this test, the problem's own included.
    """

    __test__ = False

    name: str
    group: str
    input_path: Path
    answer_path: Path
    args: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()
    validator_flags: tuple[str, ...] = ()
    files_directory: Path | None = None
    input_validator_flags: tuple[str, ...] = ()

    @property
    def is_sample(self) -> bool:
        return self.group == "sample" or self.group.startswith("sample/")


class Aggregation(StrEnum):
    """How a group's points come from its tests and subgroups."""

    PASS_FAIL = "pass-fail"
    SUM = "sum"
    MIN = "min"
    MAX = "max"
    AVG = "avg"


@dataclass(frozen=True, slots=True)
class TestGroup:
    """A folder below ``data/``. ``tests`` and ``groups`` are sorted by name.

    The root group's name is empty. The figures of points are None where the
    package leaves them open: then tests count 1 (``legacy``) or validators
    give the points.
    """

    __test__ = False

    name: str
    tests: tuple[TestCase, ...] = ()
    groups: tuple["TestGroup", ...] = ()
    aggregation: Aggregation = Aggregation.PASS_FAIL
    max_points: float | None = None
    accept_points: float | None = None  # points of one accepted test
    reject_points: float | None = None
    break_on_reject: bool = True
    accept_if_any_accepted: bool = False
    first_error: bool = True  # else the worst error is the group's verdict
    ignore_sample: bool = False
    requires: tuple[str, ...] = ()  # groups that must be accepted before this one
    always_accept: bool = False  # a rejected test costs points, not the verdict


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one problem; ``time_limit_seconds`` None means: infer it."""

    time_limit_seconds: float | None = None
    accepted_to_limit: float = 2.0  # multiplier from the slowest accepted
    limit_to_too_slow: float = 1.5  # a TLE submission must exceed this multiple
    time_resolution_seconds: float = 1.0
    memory_bytes: int = 2048 << 20
    output_bytes: int = 8 << 20
    code_bytes: int = 128 << 10
    compile_seconds: float = 60.0
    compile_memory_bytes: int = 2048 << 20
    validation_seconds: float = 60.0
    validation_memory_bytes: int = 2048 << 20
    # Only counted: an interactor may well send 10 MB to a candidate.
    validation_output_bytes: int = 64 << 20


@dataclass(frozen=True, slots=True)
class Requirement:
    """What ``submissions.yaml`` asks of one submission on some of the tests.

    ``tests`` is a glob over names of tests and groups, empty for all tests.
    Every such test must have a verdict in ``permitted``, one of them at least
    a verdict in ``required``; ``points`` bounds the points of the group that
    ``tests`` names; ``message`` must be part of a judge message.
    """

    tests: str = ""
    permitted: frozenset[Verdict] | None = None
    required: frozenset[Verdict] | None = None
    points: tuple[float, float] | None = None
    message: str = ""


@dataclass(frozen=True, slots=True)
class ReferenceSubmission:
    """A submission in the package. ``path`` is relative to the package,
    ``expected`` the set of verdicts it may get, ``points`` its range if stated.

    ``requirements`` are there for packages in format 2025-09 and judge each
    test; ``expected`` then is what follows from them for the whole.
    """

    path: str
    program: Program
    expected: frozenset[Verdict]
    points: tuple[float, float] | None = None
    language: str | None = None
    uses_for_time_limit: bool = False
    counts_as_too_slow: bool = False
    requirements: tuple[Requirement, ...] = ()
    entry_point: str | None = None


class ScoreFile(StrEnum):
    """Whether a custom validator may give points of its own."""

    FORBIDDEN = "forbidden"
    ALLOWED = "allowed"
    REQUIRED = "required"


@dataclass(frozen=True, slots=True)
class ScoreRules:
    """What a custom validator may say of one test's points.

    ``maximum`` bounds ``score.txt``; ``multiplier`` allows ``score_multiplier.txt``
    (a part of the maximum, 0 to 1).
    """

    file: ScoreFile = ScoreFile.FORBIDDEN
    multiplier: bool = False
    maximum: float | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem. ``version`` is the sha256 of all that judging depends on
    (configuration, data, validators), so verdicts can be cached by it."""

    id: str
    root: Path
    format: str  # "legacy", "2025-09"
    version: str
    names: Mapping[str, str]  # language code -> title
    statements: Mapping[str, Path]
    data: TestGroup  # the root group; its subgroups are sample and secret
    limits: Limits = field(default_factory=Limits)
    scoring: bool = False
    interactive: bool = False
    validator: ValidatorKind = ValidatorKind.DEFAULT
    validator_program: Program | None = None
    # Rules on what a testlib interactor wrote to its log, once that one is content.
    log_checker: Program | None = None
    validator_flags: tuple[str, ...] = ()
    token_rules: TokenRules = field(default_factory=TokenRules)
    input_validators: tuple[Program, ...] = ()
    submissions: tuple[ReferenceSubmission, ...] = ()
    languages: frozenset[str] | None = None  # None: all
    keywords: tuple[str, ...] = ()
    difficulty: int | None = None  # 1 (easy) to 5
    warnings: tuple[str, ...] = ()
    maximum_points: float | None = None
    score_file: ScoreFile = ScoreFile.FORBIDDEN
    # Files that join every submission, by language id; "default" is for all others.
    includes: Mapping[str, Program] = field(default_factory=dict)
    # Points by 2025-09's rules (shares of a group's maximum), not by legacy's grader.
    shares_points: bool = False
    hints: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by language, each leads on
    # Submissions may be this function, called with each test's values, instead of a program.
    function: Function | None = None
    # Filled into statements, validators, includes and reference submissions.
    constants: Constants = NO_CONSTANTS
