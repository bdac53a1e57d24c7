"""What is put to the candidate, derived from the transcript alone."""

from dataclasses import dataclass

from jobcoach.interview.bank.question import Level
from jobcoach.interview.session.exchange import is_ungraded
from jobcoach.interview.session.follow_ups import follow_up_point
from jobcoach.interview.session.replay import current_number, open_turn
from jobcoach.interview.session.transcript import Transcript, TurnKind


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing to answer: question ``number`` of ``total``, or a follow-up to it.

    ``hint`` is what ``Interview.hint`` gives, empty if there is none;
    ``point_id`` is the key point that a follow-up asks for.
    """

    number: int
    total: int
    kind: TurnKind
    question_id: str
    topic: str
    level: Level
    text: str
    reason: str
    evidence: tuple[str, ...]
    hint: str
    point_id: str | None = None


def open_ask(transcript: Transcript) -> Ask | None:
    """What waits for its answer."""
    turn = open_turn(transcript)
    if turn is None:
        return None
    return _ask(transcript, current_number(transcript), turn.kind, turn.question, turn.point_id)


def next_ask(transcript: Transcript) -> Ask | None:
    """What comes once nothing waits for an answer: a follow-up, the next question, or None at the end."""
    number = current_number(transcript)
    point = follow_up_point(transcript.questions[number - 1]) if number else None
    if point is not None:
        return _ask(transcript, number, "follow_up", point.probe, point.id)
    if number == len(transcript.questions):
        return None
    text = transcript.questions[number].planned.rubric.question
    return _ask(transcript, number + 1, "main", text, None)


def begun_question(transcript: Transcript) -> int | None:
    """The number of the question that is answered in part: a follow-up or the grade is still to come."""
    number = current_number(transcript)
    if not number:
        return None
    record, turn = transcript.questions[number - 1], open_turn(transcript)
    if turn is not None:
        return number if turn.kind == "follow_up" else None
    return number if is_ungraded(record) or follow_up_point(record) is not None else None


def _ask(transcript: Transcript, number: int, kind: TurnKind, text: str, point_id: str | None) -> Ask:
    planned = transcript.questions[number - 1].planned
    return Ask(
        number=number,
        total=len(transcript.questions),
        kind=kind,
        question_id=planned.id,
        topic=planned.topic,
        level=planned.level,
        text=text,
        reason=planned.reason,
        evidence=planned.evidence,
        hint=planned.hint,
        point_id=point_id,
    )
