"""Rubrics that a model writes for questions that come without key points."""

from pydantic import BaseModel, ConfigDict, Field

from jobcoach.interview.grading.rubric import KeyPoint
from jobcoach.interview.session.transcript import PlannedQuestion
from jobcoach.llm.gateway import Gateway
from jobcoach.llm.prompts import Prompt
from jobcoach.llm.untrusted import Untrusted

_LANGUAGE_NAMES = {"ko": "Korean", "en": "English"}


class _Reply(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class RubricPointReply(_Reply):
    """One key point."""

    statement: str = Field(min_length=1)
    must: bool
    probe: str


class RubricReply(_Reply):
    """The reply to ``write-rubric``."""

    reference: str = Field(min_length=1)
    key_points: tuple[RubricPointReply, ...] = Field(min_length=1, max_length=7)


class RubricWriter:
    """Gives a planned question the reference and key points that it lacks."""

    def __init__(self, gateway: Gateway, prompt: Prompt) -> None:
        self._gateway = gateway
        self._prompt = prompt

    def __call__(self, planned: PlannedQuestion) -> PlannedQuestion:
        """The question with a rubric; itself if it has key points.

        Raises ModelUnavailable, ReplyUnusable or BudgetSpent.
        """
        rubric = planned.rubric
        if rubric.key_points:
            return planned
        reply = self._gateway.ask(
            self._prompt,
            {
                "language": _LANGUAGE_NAMES[rubric.lang],
                "question": Untrusted(rubric.question),
                "evidence": Untrusted("\n".join(planned.evidence)),
            },
            RubricReply,
        ).value
        key_points = tuple(
            KeyPoint(id=f"p{number}", statement=point.statement, must=point.must, probe=point.probe)
            for number, point in enumerate(reply.key_points, start=1)
        )
        written = {"reference": rubric.reference or reply.reference, "key_points": key_points}
        return planned.model_copy(update={"rubric": rubric.model_copy(update=written)})
