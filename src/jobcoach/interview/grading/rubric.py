"""What an answer is graded against."""

from pydantic import BaseModel, ConfigDict, Field

from jobcoach.words import Language


class KeyPoint(BaseModel):
    """One thing a good answer says, in the language of the interview.

    ``aliases`` and ``misconceptions`` are in both languages: a Korean answer
    mixes in English terms. ``weight`` is relative to the other points;
    missing a ``must`` caps the whole score. ``probe`` asks for this point.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    statement: str
    weight: float = Field(default=1.0, gt=0, le=10, allow_inf_nan=False)
    must: bool = False
    aliases: tuple[str, ...] = ()
    misconceptions: tuple[str, ...] = ()
    probe: str = ""


class Rubric(BaseModel):
    """A question with its reference answer and key points.

    Without ``key_points`` (a plain CSV of human scores has none) a grader
    derives them from the reference. Without both nothing can be graded.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    question: str
    reference: str
    key_points: tuple[KeyPoint, ...] = ()
    lang: Language = "en"
