"""Verdicts in the store: kept as they come, and recalled for the same source."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from threading import Lock

from jobcoach.judge.results import CompileResult, SubmissionResult, TestResult
from jobcoach.judge.task import JudgeOptions
from jobcoach.judge.verdicts import Verdict
from jobcoach.reports.judge_report import is_sample, shown_message
from jobcoach.store import JudgementRecord, Store, TestRecord


def _now() -> datetime:
    return datetime.now(UTC)


class VerdictRecords:
    """The verdicts of one run, in one batch of the store.

    ``samples_wanted`` is for a reader who wants to see failed samples: their
    data is not kept, so such a verdict is not recalled. Usable from several
    threads: the workers of a batch recall while its results are being kept.
    """

    def __init__(
        self, store: Store, *, samples_wanted: bool = False, now: Callable[[], datetime] = _now
    ) -> None:
        self._store = store
        self._now = now
        self._samples_wanted = samples_wanted
        self._batch_id: int | None = None
        self._recalled: dict[str, JudgementRecord] = {}
        self._lock = Lock()
        self._closed = False

    def recall(self, verdict_key: str) -> SubmissionResult | None:
        """The verdict kept under this key, if one is; None when this is closed."""
        with self._lock:
            return None if self._closed else self._look_up(verdict_key)

    def close(self) -> None:
        """Ask the store no more: workers of a batch that was stopped may outlive it."""
        with self._lock:
            self._closed = True

    def _look_up(self, verdict_key: str) -> SubmissionResult | None:
        record = self._store.judgements.find_by_key(verdict_key)
        if record is None:
            return None
        result = result_from(record)
        if result is None or (self._samples_wanted and _failed_a_sample(result)):
            return None
        self._recalled[verdict_key] = record
        return result

    def keep(self, result: SubmissionResult, verdict_key: str, options: JudgeOptions) -> int:
        """Commit a verdict at once; returns its number in the history.

        A recalled verdict of the same path is in the history already.
        """
        with self._lock:
            known = self._recalled.get(verdict_key)
            if result.cached and known is not None and known.path == result.path and known.id is not None:
                return known.id
            if self._batch_id is None:
                self._batch_id = self._store.batches.add(self._now())
            record = record_from(result, verdict_key, options, self._now(), self._batch_id)
            return self._store.judgements.add(record)


def record_from(
    result: SubmissionResult, verdict_key: str, options: JudgeOptions, moment: datetime, batch_id: int | None
) -> JudgementRecord:
    """The result as the store keeps it: without sample data, and without what
    validators said about secret tests."""
    return JudgementRecord(
        created_at=moment,
        path=result.path,
        problem=result.problem,
        problem_version=result.problem_version,
        language=result.language,
        sandbox=result.sandbox,
        image_digest=result.image_digest,
        source_hash=result.source_hash,
        verdict=result.verdict.value,
        points=result.points,
        max_points=result.max_points,
        verdict_key=verdict_key,
        compile_ok=result.compile.ok,
        compile_seconds=result.compile.seconds,
        compile_output=result.compile.output,
        message=result.message,
        options=asdict(options),
        tests=tuple(_test_record(test) for test in result.tests),
        batch_id=batch_id,
    )


def result_from(record: JudgementRecord) -> SubmissionResult | None:
    """The kept result, None if a later version wrote verdicts that this one does not know."""
    try:
        return SubmissionResult(
            path=record.path,
            problem=record.problem,
            problem_version=record.problem_version,
            language=record.language,
            sandbox=record.sandbox,
            image_digest=record.image_digest,
            source_hash=record.source_hash,
            verdict=Verdict(record.verdict),
            points=record.points,
            max_points=record.max_points,
            compile=CompileResult(
                record.compile_ok, record.compile_seconds, record.compile_output, cached=True
            ),
            tests=tuple(_test_result(test) for test in record.tests),
            message=record.message,
            cached=True,
        )
    except ValueError:
        return None


def _test_record(test: TestResult) -> TestRecord:
    return TestRecord(
        name=test.name,
        group=test.group,
        verdict=test.verdict.value,
        cpu_seconds=test.cpu_seconds,
        wall_seconds=test.wall_seconds,
        memory_bytes=test.memory_bytes,
        points=test.points,
        message=shown_message(test),
    )


def _test_result(record: TestRecord) -> TestResult:
    return TestResult(
        name=record.name,
        group=record.group,
        verdict=Verdict(record.verdict),
        cpu_seconds=record.cpu_seconds,
        wall_seconds=record.wall_seconds,
        memory_bytes=record.memory_bytes,
        points=record.points,
        message=record.message,
    )


def _failed_a_sample(result: SubmissionResult) -> bool:
    return any(test.verdict == Verdict.WA and is_sample(test) for test in result.tests)
