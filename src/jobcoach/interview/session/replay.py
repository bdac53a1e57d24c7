"""Events -> transcript. Pure; whatever order of events is not possible is refused."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from jobcoach.interview.grading.grade import Grade
from jobcoach.interview.session import events as ev
from jobcoach.interview.session.transcript import QuestionRecord, Transcript, Turn


class EventRefused(ValueError):
    """An event that cannot follow those before it."""


def replay(start: Transcript, happened: Iterable[tuple[datetime, ev.Event]]) -> Transcript:
    """The transcript that the events, with their times, make of ``start``. Raises EventRefused."""
    transcript = start
    for at, event in happened:
        transcript = apply(transcript, event, at)
    return transcript


def apply(transcript: Transcript, event: ev.Event, at: datetime) -> Transcript:
    """The transcript after one more event. Raises EventRefused."""
    if transcript.status != "open" and not isinstance(event, _AFTER[transcript.status]):
        raise EventRefused(f"'{event.kind}' in an interview that is {transcript.status}")
    return _APPLY[type(event)](transcript, event, at)


def current_number(transcript: Transcript) -> int:
    """The number of the question asked last, 0 before the first."""
    return max((number for number, record in enumerate(transcript.questions, 1) if record.turns), default=0)


def open_turn(transcript: Transcript) -> Turn | None:
    """The turn that waits for its answer."""
    number = current_number(transcript)
    if not number:
        return None
    turn = transcript.questions[number - 1].turns[-1]
    return turn if turn.answer is None and not turn.skipped else None


_AFTER: dict[str, tuple[type[ev.Event], ...]] = {
    "paused": (ev.Resumed, ev.Regraded),
    "finished": (ev.Regraded,),
}


def _record(transcript: Transcript, number: int) -> QuestionRecord:
    if not 1 <= number <= len(transcript.questions):
        raise EventRefused(f"there is no question {number}")
    return transcript.questions[number - 1]


def _with_record(transcript: Transcript, number: int, **changed: object) -> Transcript:
    record = _record(transcript, number).model_copy(update=changed)
    questions = (*transcript.questions[: number - 1], record, *transcript.questions[number:])
    return transcript.model_copy(update={"questions": questions})


def _with_open_turn(transcript: Transcript, number: int, **changed: object) -> Transcript:
    turn = open_turn(transcript)
    if turn is None or number != current_number(transcript):
        raise EventRefused(f"question {number} is not open")
    turns = transcript.questions[number - 1].turns
    return _with_record(transcript, number, turns=(*turns[:-1], turn.model_copy(update=changed)))


def _prepared(transcript: Transcript, event: ev.Prepared, _at: datetime) -> Transcript:
    record = _record(transcript, event.number)
    if record.planned.id != event.planned.id or record.graded_answers:
        raise EventRefused(f"question {event.number} cannot be prepared")
    return _with_record(transcript, event.number, planned=event.planned)


def _asked(transcript: Transcript, event: ev.Asked, at: datetime) -> Transcript:
    record, current = _record(transcript, event.number), current_number(transcript)
    if open_turn(transcript) is not None:
        raise EventRefused(f"question {event.number} is asked while another is open")
    if event.number != (current + 1 if event.turn == "main" else current):
        raise EventRefused(f"question {event.number} is asked out of turn")
    if event.turn == "follow_up" and not record.answers:
        raise EventRefused(f"a follow-up to question {event.number}, which has no answer")
    turn = Turn(kind=event.turn, question=event.text, point_id=event.point_id, asked_at=at)
    return _with_record(transcript, event.number, turns=(*record.turns, turn))


def _hinted(transcript: Transcript, event: ev.Hinted, _at: datetime) -> Transcript:
    return _with_open_turn(transcript, event.number, hinted=True)


def _answered(transcript: Transcript, event: ev.Answered, at: datetime) -> Transcript:
    return _with_open_turn(transcript, event.number, answer=event.text, answered_at=at)


def _skipped(transcript: Transcript, event: ev.Skipped, _at: datetime) -> Transcript:
    after = _with_open_turn(transcript, event.number, skipped=True)
    whole = not _record(after, event.number).answers
    return _with_record(after, event.number, skipped=whole)


def _graded(transcript: Transcript, event: ev.Graded | ev.Regraded, _at: datetime) -> Transcript:
    record = _record(transcript, event.number)
    if not record.answers:
        raise EventRefused(f"question {event.number} is graded without an answer")
    if event.grade.status == "graded":
        count = len(record.answers)
        return _with_record(transcript, event.number, grade=event.grade, graded_answers=count)
    return _with_record(transcript, event.number, grade=_better(record.grade, event.grade))


def _better(had: Grade | None, got: Grade) -> Grade:
    """A grade once had is not lost to one that could not be."""
    return had if had is not None and had.status == "graded" else got


def _status(status: str) -> Callable[[Transcript, Any, datetime], Transcript]:
    return lambda transcript, _event, _at: transcript.model_copy(update={"status": status})


def _grader_changed(transcript: Transcript, event: ev.GraderChanged, _at: datetime) -> Transcript:
    return transcript.model_copy(update={"grader": event.grader})


_APPLY: dict[type[ev.Event], Callable[[Transcript, Any, datetime], Transcript]] = {
    ev.Prepared: _prepared,
    ev.Asked: _asked,
    ev.Hinted: _hinted,
    ev.Answered: _answered,
    ev.Skipped: _skipped,
    ev.Graded: _graded,
    ev.Regraded: _graded,
    ev.GraderChanged: _grader_changed,
    ev.Paused: _status("paused"),
    ev.Resumed: _status("open"),
    ev.Finished: _status("finished"),
}
