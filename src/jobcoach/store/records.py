"""What the store takes and gives: plain frozen values that know nothing of judging."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class TestRecord:
    """One test of a judgement, as ``judge.results.TestResult`` has it."""

    __test__ = False

    name: str
    group: str
    verdict: str
    cpu_seconds: float
    wall_seconds: float
    memory_bytes: int
    points: float | None = None
    message: str = ""


@dataclass(frozen=True, slots=True)
class JudgementRecord:
    """One submission judged once, as ``judge.results.SubmissionResult`` has it.

    ``id`` is None until it is stored. ``created_at`` has a time zone.
    ``verdict_key`` is the digest of all that the verdict rests on (source,
    problem, language, image, options); ``options`` holds values that JSON knows.
    """

    created_at: datetime
    path: str
    problem: str
    problem_version: str
    language: str
    sandbox: str
    image_digest: str
    source_hash: str
    verdict: str
    points: float | None
    max_points: float | None
    verdict_key: str
    compile_ok: bool = True
    compile_seconds: float = 0.0
    compile_output: str = ""
    message: str = ""
    options: Mapping[str, object] = field(default_factory=dict)
    tests: tuple[TestRecord, ...] = ()
    batch_id: int | None = None
    id: int | None = None
