"""Questions that a review of the candidate's repository raised, as an interview asks them."""

from pydantic import ValidationError

from jobcoach.cli.review.kept import find_review
from jobcoach.errors import InputError
from jobcoach.interview.grading.rubric import KeyPoint
from jobcoach.interview.planning.planner import ReviewQuestion
from jobcoach.portfolio.review import ReviewPoint
from jobcoach.portfolio.review import ReviewQuestion as StoredQuestion
from jobcoach.reports.review_view import place
from jobcoach.store import Store


def review_questions(store: Store, review_id: str) -> tuple[ReviewQuestion, ...]:
    """The questions of a stored review, ``latest`` being the last.

    Raises InputError if there is no such review, or it has no questions.
    """
    record = find_review(store, review_id)
    try:
        stored = [StoredQuestion.model_validate(each) for each in record.review.get("questions", ())]
    except (ValidationError, TypeError) as error:
        raise InputError(
            f"review {record.id} cannot be read",
            why="another jobcoach wrote it",
            mend="review the repository again: jobcoach review ./your-repository",
        ) from error
    if not stored:
        raise InputError(f"review {record.id} has no questions", mend="jobcoach review ./your-repository")
    return tuple(_question(each) for each in stored)


def _question(stored: StoredQuestion) -> ReviewQuestion:
    return ReviewQuestion(
        question=stored.text,
        evidence=tuple(place(each) for each in stored.evidence),
        key_points=tuple(_key_point(number, each) for number, each in enumerate(stored.key_points, 1)),
    )


def _key_point(number: int, point: ReviewPoint) -> KeyPoint:
    return KeyPoint(id=f"p{number}", statement=point.statement, must=point.must, probe=point.probe)
