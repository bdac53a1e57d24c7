"""What the prompt ``explain-hints`` asks the model to reply: three steps, each with citations first."""

from pydantic import BaseModel, ConfigDict


class _Reply(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CitationReply(_Reply):
    """Lines of the candidate's code that the model says a hint is about."""

    path: str
    start: int
    end: int
    quote: str


class StepReply(_Reply):
    """One step of the ladder."""

    evidence: tuple[CitationReply, ...]
    text: str


class HintsReply(_Reply):
    """The ladder: where to look, which idea, how to mend it."""

    first: StepReply
    second: StepReply
    third: StepReply
