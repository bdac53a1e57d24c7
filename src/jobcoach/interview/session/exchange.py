"""A question with all its turns, graded as one answer."""

from jobcoach.interview.grading.grade import Grade, Grader, PointGrade, PointSeen
from jobcoach.interview.grading.rubric import Rubric
from jobcoach.interview.grading.score import score_of
from jobcoach.interview.session.transcript import QuestionRecord


def grade_exchange(record: QuestionRecord, grader: Grader, on_point: PointSeen | None = None) -> Grade:
    """Grade all answers to the question, whatever was graded before.

    The answers are joined by an empty line, so a quote comes from any turn.
    Without reference and key points it is ungraded, and the grader not asked.
    """
    rubric = record.planned.rubric
    if not rubric.reference.strip() and not rubric.key_points:
        return Grade(status="ungraded", grader=grader.name, cause="no_rubric")
    return grader.grade(rubric, "\n\n".join(record.answers), on_point)


def keeping_full_points(earlier: Grade | None, grade: Grade, rubric: Rubric) -> Grade:
    """``grade`` with each point that the same grader had found full before a follow-up.

    What was said once is said: more words around it take nothing back, unless they contradict it.
    """
    if earlier is None or earlier.grader != grade.grader or "ungraded" in (earlier.status, grade.status):
        return grade
    full = {point.id: point for point in earlier.points if point.verdict == "full"}
    points = tuple(_better(full.get(point.id), point) for point in grade.points)
    if points == grade.points:
        return grade
    score = score_of(points, rubric.key_points, grade.errors)
    return grade.model_copy(update={"points": points, "score": max(score, grade.score or 0.0)})


def _better(had: PointGrade | None, now: PointGrade) -> PointGrade:
    keeps = had is not None and now.verdict != "contradicted" and now.credit < had.credit
    return had if had is not None and keeps else now


def is_ungraded(record: QuestionRecord) -> bool:
    """Whether there are answers that no grade rests on."""
    return record.graded_answers < len(record.answers)
