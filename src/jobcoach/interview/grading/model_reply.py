"""What the grading prompts ask the model to reply; a total is not in it."""

from pydantic import BaseModel, ConfigDict

from jobcoach.interview.grading.grade import Verdict


class _Reply(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PointReply(_Reply):
    """One key point, in the order in which the model thinks: evidence before the verdict."""

    id: str
    quotes: tuple[str, ...]
    reasoning: str
    verdict: Verdict


class ErrorReply(_Reply):
    """A wrong statement of the answer."""

    quote: str
    explanation: str


class GradeReply(_Reply):
    """The reply to ``grade-answer`` and ``mend-quotes``."""

    points: tuple[PointReply, ...]
    errors: tuple[ErrorReply, ...]
