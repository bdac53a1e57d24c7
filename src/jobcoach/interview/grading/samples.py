"""Several samples of one grade made into one: medians, and how far they lie apart."""

from collections.abc import Sequence
from statistics import median_low
from types import MappingProxyType

from jobcoach.interview.grading.grade import Grade, PointGrade, Spread, Verdict
from jobcoach.interview.grading.rubric import KeyPoint
from jobcoach.interview.grading.score import score_of

_RANK = MappingProxyType[Verdict, int]({"contradicted": 0, "none": 1, "partial": 2, "full": 3})


def median_grade(grades: Sequence[Grade], key_points: Sequence[KeyPoint]) -> Grade:
    """One grade from those that could be had; the first of the others if none could.

    Each key point takes the median verdict (of an even number the lower of the
    middle two), with the quotes and reasoning of the first sample that gave it.
    The score follows from the medians; ``spread`` holds the samples' own scores.
    """
    had = [grade for grade in grades if grade.status == "graded"]
    if not had:
        return grades[0]
    points = tuple(_median_point(key_point.id, had) for key_point in key_points)
    scores = [grade.score for grade in had if grade.score is not None]
    spread = Spread(samples=len(had), lowest=min(scores), highest=max(scores)) if len(grades) > 1 else None
    typical = min(had, key=lambda grade: _distance(grade.points, points))
    return typical.model_copy(
        update={
            "points": points,
            "score": score_of(points, key_points, typical.errors),
            "spread": spread,
            "injection_suspected": any(grade.injection_suspected for grade in had),
        }
    )


def _median_point(point_id: str, grades: Sequence[Grade]) -> PointGrade:
    points = [point for grade in grades for point in grade.points if point.id == point_id]
    middle = median_low([_RANK[point.verdict] for point in points])
    return next(point for point in points if _RANK[point.verdict] == middle)


def _distance(points: Sequence[PointGrade], medians: Sequence[PointGrade]) -> int:
    return sum(
        abs(_RANK[own.verdict] - _RANK[other.verdict]) for own, other in zip(points, medians, strict=True)
    )
