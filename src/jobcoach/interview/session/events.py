"""What happens in an interview, one frozen model an event.

``number`` counts the planned questions from 1. The order in which they may come
is said by ``replay``.
"""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from jobcoach.interview.grading.grade import Grade
from jobcoach.interview.session.transcript import PlannedQuestion, TurnKind


class Event(BaseModel):
    """One thing that happened. ``kind`` names it where events are kept."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: ClassVar[str]


class Prepared(Event):
    """Key points were found for a planned question that had none."""

    kind = "prepared"
    number: int
    planned: PlannedQuestion


class Asked(Event):
    """A question was put to the candidate. ``point_id`` is the key point a follow-up asks for."""

    kind = "asked"
    number: int
    turn: TurnKind
    text: str
    point_id: str | None = None


class Hinted(Event):
    """The candidate was given the hint."""

    kind = "hinted"
    number: int


class Answered(Event):
    """The candidate answered. ``text`` is NFC."""

    kind = "answered"
    number: int
    text: str


class Skipped(Event):
    """The candidate passed over the question, or over a follow-up of it."""

    kind = "skipped"
    number: int


class Graded(Event):
    """All answers so far to the question were graded, or could not be: then what was graded before stays."""

    kind = "graded"
    number: int
    grade: Grade


class Regraded(Event):
    """The question's answers were graded again, by another grader or later on."""

    kind = "regraded"
    number: int
    grade: Grade


class GraderChanged(Event):
    """From here on another grader grades."""

    kind = "grader_changed"
    grader: str


class Paused(Event):
    """The candidate left, to come back."""

    kind = "paused"


class Resumed(Event):
    """The interview was taken up again, after a pause or after it was cut off."""

    kind = "resumed"


class Finished(Event):
    """The interview is over; only ``Regraded`` may follow."""

    kind = "finished"


EVENTS: dict[str, type[Event]] = {
    event.kind: event
    for event in (
        Prepared,
        Asked,
        Hinted,
        Answered,
        Skipped,
        Graded,
        Regraded,
        GraderChanged,
        Paused,
        Resumed,
        Finished,
    )
}
