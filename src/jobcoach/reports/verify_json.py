"""Verified packages as one JSON value, in the shape ``jobcoach.verify/1``."""

from collections.abc import Sequence

from jobcoach.judge.verify import ProblemReport, SubmissionCheck

FORMAT = "jobcoach.verify/1"


def verify_document(reports: Sequence[ProblemReport]) -> dict[str, object]:
    """The reports as plain JSON values, in the order given."""
    return {"format": FORMAT, "problems": [_problem(report) for report in reports]}


def _problem(report: ProblemReport) -> dict[str, object]:
    return {
        "id": report.id,
        "path": str(report.path),
        "ok": report.ok,
        "errors": list(report.errors),
        "warnings": list(report.warnings),
        "time_limit_seconds": report.time_limit_seconds,
        "time_limit_inferred": report.inferred,
        "submissions": [_submission(check) for check in report.submissions],
    }


def _submission(check: SubmissionCheck) -> dict[str, object]:
    return {
        "path": check.path,
        "expected": [verdict.value for verdict in check.expected],
        "verdict": check.verdict.value,
        "ok": check.ok,
        "message": check.message,
        "slowest_cpu_seconds": check.slowest_cpu_seconds,
    }
