"""What judging a submission yields: plain frozen values that pickle."""

from dataclasses import dataclass

from jobcoach.judge.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class CompileResult:
    """How the compilation ended; ``output`` is the compiler's text, cut to 64 KiB."""

    ok: bool
    seconds: float = 0.0
    output: str = ""
    cached: bool = False


@dataclass(frozen=True, slots=True)
class SampleView:
    """Input, expected and given output of one *sample* test, each cut to 16 KiB.

    Made for tests under ``data/sample`` only: secret data is never shown.
    ``difference`` says in words where the first difference is, if the
    validator knows.
    """

    input: str
    expected: str
    given: str
    difference: str = ""


@dataclass(frozen=True, slots=True)
class TestResult:
    """One test of one submission. ``name`` is its path below ``data/`` without
    suffix (``secret/large/03``), ``group`` the folder part of that name."""

    __test__ = False

    name: str
    group: str
    verdict: Verdict
    cpu_seconds: float
    wall_seconds: float
    memory_bytes: int
    points: float | None = None
    message: str = ""
    sample: SampleView | None = None


@dataclass(frozen=True, slots=True)
class SubmissionResult:
    """The verdict on one submission, with all that it rests on.

    ``path`` is as the user gave it; ``problem_version``, ``source_hash`` are
    sha256 hex digests; ``image_digest`` is the engine's image id, empty
    for ``sandbox == "process"``; ``cached`` means no test was run now.
    """

    path: str
    problem: str
    problem_version: str
    language: str
    sandbox: str
    image_digest: str
    source_hash: str
    verdict: Verdict
    points: float | None
    max_points: float | None
    compile: CompileResult
    tests: tuple[TestResult, ...] = ()
    message: str = ""
    cached: bool = False
