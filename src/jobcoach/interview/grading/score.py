"""Verdicts of key points -> one score. The same code for every grader: no grader gives a total."""

from collections.abc import Sequence

from jobcoach.interview.grading.grade import AnswerError, PointGrade
from jobcoach.interview.grading.rubric import KeyPoint

FULL_SCORE = 100.0
# What a contradicted point takes away, as a share of its weight: it is worse than silence,
# and less than what a second right point brings.
CONTRADICTION_COST = 0.5
# A wrong statement that belongs to no key point.
ERROR_COST = 5.0
# The most that an answer reaches which misses a point that must be there, or denies it.
MUST_MISSED_CAP = 60.0
MUST_CONTRADICTED_CAP = 40.0


def score_of(
    points: Sequence[PointGrade], key_points: Sequence[KeyPoint], errors: Sequence[AnswerError] = ()
) -> float:
    """The score, 0 to 100: the weighted mean of the credits, less what is wrong, under the caps.

    A key point without a grade counts as missed; a grade without a key point
    does not count. Without key points the score is 0.
    """
    graded = {point.id: point for point in points}
    total = sum(key_point.weight for key_point in key_points)
    if total <= 0:
        return 0.0
    earned = sum(_worth(graded.get(key_point.id)) * key_point.weight for key_point in key_points)
    score = FULL_SCORE * earned / total - ERROR_COST * len(errors)
    caps = [_cap(graded.get(key_point.id)) for key_point in key_points if key_point.must]
    return round(max(0.0, min(score, FULL_SCORE, *caps)), 2)


def _worth(point: PointGrade | None) -> float:
    if point is None:
        return 0.0
    return -CONTRADICTION_COST if point.verdict == "contradicted" else point.credit


def _cap(point: PointGrade | None) -> float:
    if point is None or point.verdict == "none":
        return MUST_MISSED_CAP
    return MUST_CONTRADICTED_CAP if point.verdict == "contradicted" else FULL_SCORE
