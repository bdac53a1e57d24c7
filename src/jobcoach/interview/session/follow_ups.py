"""Which key point a question is followed up on, if any."""

from jobcoach.interview.grading.grade import Grade
from jobcoach.interview.grading.rubric import KeyPoint
from jobcoach.interview.session.transcript import QuestionRecord

MAX_FOLLOW_UPS = 2
_MAX_WITHOUT_ANY_CREDIT = 1  # who says "I don't know" is asked once, gently, and then let go
_WORTH_ASKING = ("none", "contradicted")


def follow_up_point(record: QuestionRecord) -> KeyPoint | None:
    """The heaviest key point that is missing or contradicted, ``must`` ones first, and has a probe.

    None where the answers so far are not graded, a turn was skipped, the question
    has had its follow-ups, or every such point was asked for already.
    """
    grade = record.grade
    if grade is None or grade.status != "graded" or record.graded_answers < len(record.answers):
        return None
    asked = {turn.point_id for turn in record.turns if turn.kind == "follow_up"}
    if any(turn.skipped for turn in record.turns) or len(asked) >= _most(grade):
        return None
    verdicts = {point.id: point.verdict for point in grade.points}
    left = [
        point
        for point in record.planned.rubric.key_points
        if verdicts.get(point.id) in _WORTH_ASKING and point.id not in asked and point.probe.strip()
    ]
    return min(left, key=lambda point: (not point.must, -point.weight), default=None)


def _most(grade: Grade) -> int:
    return MAX_FOLLOW_UPS if any(point.credit > 0 for point in grade.points) else _MAX_WITHOUT_ANY_CREDIT
