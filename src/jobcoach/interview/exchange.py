"""A question with all its turns, graded as one answer."""

from jobcoach.interview.grading.grade import Grade, Grader, PointSeen
from jobcoach.interview.transcript import QuestionRecord


def grade_exchange(record: QuestionRecord, grader: Grader, on_point: PointSeen | None = None) -> Grade:
    """Grade all answers to the question, whatever was graded before.

    The answers are joined by an empty line, so a quote comes from any turn.
    Without reference and key points it is ungraded, and the grader not asked.
    """
    rubric = record.planned.rubric
    if not rubric.reference.strip() and not rubric.key_points:
        return Grade(status="ungraded", grader=grader.name, cause="no_rubric")
    return grader.grade(rubric, "\n\n".join(record.answers), on_point)


def is_ungraded(record: QuestionRecord) -> bool:
    """Whether there are answers that no grade rests on."""
    return record.graded_answers < len(record.answers)
