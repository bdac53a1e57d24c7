"""A problem package as judging sees it, whatever format it was written in.

Everything here is a plain frozen value that pickles; files are paths below
``Problem.root`` and are read only when a test runs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

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
    """A validator's or submission's sources: paths below ``directory``, sorted."""

    directory: Path
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class TestCase:
    """One test. ``name`` is its path below ``data/`` without suffix, ``group``
    the name of the group it stands in (``sample``, ``secret``, ``secret/big``)."""

    __test__ = False

    name: str
    group: str
    input_path: Path
    answer_path: Path
    args: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()
    validator_flags: tuple[str, ...] = ()

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
    """A folder below ``data/``. ``tests`` and ``groups`` are sorted by name."""

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
    validation_output_bytes: int = 8 << 20


@dataclass(frozen=True, slots=True)
class ReferenceSubmission:
    """A submission in the package. ``path`` is relative to the package,
    ``expected`` the set of verdicts it may get, ``points`` its range if stated."""

    path: str
    program: Program
    expected: frozenset[Verdict]
    points: tuple[float, float] | None = None
    language: str | None = None
    uses_for_time_limit: bool = False
    counts_as_too_slow: bool = False


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
    validator_flags: tuple[str, ...] = ()
    token_rules: TokenRules = field(default_factory=TokenRules)
    input_validators: tuple[Program, ...] = ()
    submissions: tuple[ReferenceSubmission, ...] = ()
    languages: frozenset[str] | None = None  # None: all
    keywords: tuple[str, ...] = ()
    difficulty: int | None = None  # 1 (easy) to 5
    warnings: tuple[str, ...] = ()
    maximum_points: float | None = None
