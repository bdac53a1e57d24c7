"""Questions that a review of the candidate's repository raised."""

from jobcoach.errors import InputError
from jobcoach.interview.planner import ReviewQuestion


def review_questions(review_id: str) -> tuple[ReviewQuestion, ...]:
    """The questions of a stored review, ``latest`` being the last. Raises InputError: none is stored yet."""
    what = "no review is stored" if review_id == "latest" else f"there is no review {review_id}"
    raise InputError(what, why="no repository was reviewed yet", mend="jobcoach review ./your-repository")
