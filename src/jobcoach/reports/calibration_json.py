"""A calibration as plain JSON values."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC
from typing import Any

from jobcoach.interview.calibration.baseline import Comparison
from jobcoach.interview.calibration.calibration import Agreement, CaseResult, Repeatability
from jobcoach.store.calibrations import CalibrationRecord

FORMAT = "jobcoach.calibration/1"
LIST_FORMAT = "jobcoach.calibrations/1"
_DECIMALS = 6
_FIGURES = ("pearson", "pearson_ci", "spearman", "qwk", "mae", "rmse", "rmse_rescaled", "bias")


@dataclass(frozen=True, slots=True)
class Measured:
    """All that one calibration found. ``agreement`` is None where nobody has scored the answers."""

    data_name: str
    data_hash: str
    grader: str
    model: str
    prompt_version: str
    max_score: float
    questions: int
    agreement: Agreement | None
    repeatability: Repeatability | None
    adversarial: tuple[CaseResult, ...]
    comparison: Comparison | None


def report_document(measured: Measured) -> dict[str, Any]:
    """The figures, on the scale that ends at ``max_score``; null where one is not defined."""
    found = measured.agreement
    return {
        "format": FORMAT,
        "grader": measured.grader,
        "model": measured.model or None,
        "prompt_version": measured.prompt_version or None,
        "data": {"name": measured.data_name, "hash": measured.data_hash},
        "max_score": measured.max_score,
        "n": found.n if found else 0,
        "questions": measured.questions,
        "ungraded": found.ungraded if found else 0,
        **{name: _rounded(getattr(found, name) if found else None) for name in _FIGURES},
        "human": _rounded(asdict(found.human)) if found and found.human else None,
        "by_band": [_rounded(asdict(band)) for band in found.by_band] if found else [],
        "repeatability": _rounded(asdict(measured.repeatability)) if measured.repeatability else None,
        "adversarial": [_rounded(asdict(case)) for case in measured.adversarial],
        "baseline": _baseline(measured.comparison),
    }


def list_document(records: Sequence[CalibrationRecord]) -> dict[str, object]:
    """The calibrations that are kept, each with its main figures."""
    return {
        "format": LIST_FORMAT,
        "calibrations": [
            {
                "id": record.id,
                "created_at": record.created_at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
                "grader": record.grader,
                "model": record.model or None,
                "data": {"name": record.data_name, "hash": record.data_hash},
                **{name: record.report.get(name) for name in ("n", "questions", "pearson", "rmse_rescaled")},
            }
            for record in records
        ],
    }


def _baseline(comparison: Comparison | None) -> dict[str, Any] | None:
    if comparison is None:
        return None
    return {
        "id": comparison.baseline_id,
        "regressed": comparison.regressed,
        "changes": [_rounded(asdict(change)) for change in comparison.changes],
        "cases": list(comparison.cases),
    }


def _rounded(value: Any) -> Any:  # noqa: ANN401 (JSON values)
    """Six decimals: what lies beyond differs from one processor to the next."""
    if isinstance(value, float):
        return round(value, _DECIMALS)
    if isinstance(value, dict):
        return {key: _rounded(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(each) for each in value]
    return value
