"""Verdicts as one JSON value, in the shape ``jobcoach.judge/1``."""

from jobcoach.errors import JobcoachError
from jobcoach.judge.results import SubmissionResult, TestResult
from jobcoach.reports.judge_report import Judged, JudgeReport, points_of, shown_message

FORMAT = "jobcoach.judge/1"


def judge_document(report: JudgeReport) -> dict[str, object]:
    """The report as plain JSON values; what validators say of secret tests is left out."""
    document: dict[str, object] = {
        "format": FORMAT,
        "sandbox": report.sandbox,
        "submissions": [_submission(one) for one in report.judged],
        "unusable": [{"path": one.path, **error_value(one.error)} for one in report.unusable],
        "not_judged": list(report.not_judged),
    }
    if report.stopped_by:
        document["stopped_by"] = report.stopped_by
    return document


def error_value(error: JobcoachError) -> dict[str, str]:
    """What a user is told of an error, as JSON values."""
    return {"error": error.what, "why": error.why, "mend": error.mend}


def _submission(judged: Judged) -> dict[str, object]:
    result = judged.result
    points, maximum = points_of(result)
    return {
        "id": judged.record_id,
        "path": result.path,
        "problem": result.problem,
        "language": result.language,
        "verdict": result.verdict.value,
        "points": points,
        "max_points": maximum,
        "message": result.message,
        "cached": result.cached,
        "source_hash": result.source_hash,
        "problem_version": result.problem_version,
        "image_digest": result.image_digest,
        "compile": _compile(result),
        "tests": [_test(test) for test in result.tests],
    }


def _compile(result: SubmissionResult) -> dict[str, object]:
    return {
        "ok": result.compile.ok,
        "seconds": round(result.compile.seconds, 6),
        "output": result.compile.output,
        "cached": result.compile.cached,
    }


def _test(test: TestResult) -> dict[str, object]:
    return {
        "name": test.name,
        "group": test.group,
        "verdict": test.verdict.value,
        "cpu_seconds": round(test.cpu_seconds, 6),
        "wall_seconds": round(test.wall_seconds, 6),
        "memory_bytes": test.memory_bytes,
        "points": None if test.points is None else float(test.points),
        "message": shown_message(test),
    }
