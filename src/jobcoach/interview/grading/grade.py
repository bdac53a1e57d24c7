"""A grade: a verdict and quotes for each key point, and the score that follows from them."""

from collections.abc import Callable
from typing import Literal, Protocol

from pydantic import BaseModel, ConfigDict, Field

from jobcoach.interview.grading.rubric import Rubric

Verdict = Literal["full", "partial", "none", "contradicted"]
UngradedCause = Literal["model_unavailable", "reply_unusable", "budget_spent", "no_rubric", "not_asked"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PointGrade(_Frozen):
    """One key point.

    ``credit`` (0 to 1) is what counts: the model's verdicts are worth 1, .5
    and 0, the offline grader's coverage lies anywhere between. Each of
    ``quotes`` is a substring of the answer, verified. ``flagged`` says that a
    verdict was taken back because its quotes are not in the answer.
    """

    id: str
    verdict: Verdict
    credit: float = Field(ge=0, le=1)
    quotes: tuple[str, ...] = ()
    reasoning: str = ""
    flagged: bool = False


class AnswerError(_Frozen):
    """A wrong statement of the answer, with the words that make it."""

    quote: str
    explanation: str


class Spread(_Frozen):
    """The scores of repeated samples, lowest and highest, 0 to 100."""

    samples: int
    lowest: float
    highest: float


class Grade(_Frozen):
    """The grade of one question's answer, follow-ups included.

    ``score`` is 0 to 100, None when ``status`` is "ungraded": a grade that
    could not be had is never 0. ``grader`` is "offline" or the model's name.
    """

    status: Literal["graded", "ungraded"]
    score: float | None = Field(default=None, ge=0, le=100)
    grader: str
    points: tuple[PointGrade, ...] = ()
    errors: tuple[AnswerError, ...] = ()
    injection_suspected: bool = False
    spread: Spread | None = None
    confidence: Literal["lower", "normal"] = "normal"
    cause: UngradedCause | None = None
    prompt_version: str = ""


PointSeen = Callable[[PointGrade], None]


class Grader(Protocol):
    """Grades one answer; ``on_point`` is told of each key point as soon as its verdict stands."""

    name: str

    def grade(self, rubric: Rubric, answer: str, on_point: PointSeen | None = None) -> Grade:
        """The grade. What keeps a model from answering gives an ungraded Grade, not an exception."""
        ...
