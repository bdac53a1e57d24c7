"""A judged batch as JSON, in the shape ``jobcoach.batch/1``."""

from datetime import UTC

from jobcoach.reports.batch_view import Batch, points_of_record
from jobcoach.store.records import JudgementRecord, TestRecord

FORMAT = "jobcoach.batch/1"


def batch_document(batch: Batch) -> dict[str, object]:
    """Plain JSON values; messages of validators may quote secret data and are left out."""
    return {
        "format": FORMAT,
        "id": batch.id,
        "created_at": batch.created_at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        "submissions": [_submission(each) for each in batch.judgements],
    }


def _submission(record: JudgementRecord) -> dict[str, object]:
    points, maximum = points_of_record(record)
    return {
        "id": record.id,
        "path": record.path,
        "problem": record.problem,
        "problem_version": record.problem_version,
        "language": record.language,
        "sandbox": record.sandbox,
        "source_hash": record.source_hash,
        "verdict": record.verdict,
        "points": points,
        "max_points": maximum,
        "message": record.message,
        "compile": {
            "ok": record.compile_ok,
            "seconds": round(record.compile_seconds, 6),
            "output": record.compile_output,
        },
        "tests": [_test(test) for test in record.tests],
    }


def _test(test: TestRecord) -> dict[str, object]:
    return {
        "name": test.name,
        "group": test.group,
        "verdict": test.verdict,
        "cpu_seconds": round(test.cpu_seconds, 6),
        "wall_seconds": round(test.wall_seconds, 6),
        "memory_bytes": test.memory_bytes,
        "points": test.points,
    }
