"""One kept interview: read by replaying its events, continued by appending to them."""

from contextlib import suppress
from datetime import datetime
from difflib import get_close_matches

from pydantic import ValidationError

from jobcoach.errors import InputError, JobcoachError
from jobcoach.interview.kept_json import kept_json
from jobcoach.interview.planning.plan import Plan
from jobcoach.interview.session.events import EVENTS, Event
from jobcoach.interview.session.log import Clock, EventRow, InterviewLog, SessionRow
from jobcoach.interview.session.replay import EventRefused, apply
from jobcoach.interview.session.transcript import QuestionRecord, Transcript


class Journal:
    """The transcript of one interview and the log that it comes from.

    ``transcript`` never says more than the log: an event is kept before it counts.
    """

    def __init__(self, log: InterviewLog, transcript: Transcript, events: int, clock: Clock) -> None:
        self._log = log
        self._clock = clock
        self._events = events
        self.transcript = transcript

    def commit(self, event: Event) -> None:
        """Keep one more event. Raises what the log raises; then nothing has changed.

        A KeyboardInterrupt may come before or after the event is kept; what is kept counts.
        """
        at, payload = self._clock(), kept_json(event)
        # What counts is what will be read, to the letter.
        after = apply(self.transcript, type(event).model_validate_json(payload), at)
        try:
            self._log.append(
                self.transcript.id,
                self._events + 1,
                at=at,
                kind=event.kind,
                payload=payload,
                status=after.status,
            )
        except BaseException:
            if self._is_last((at, event.kind, payload)):
                self._counts(after)
            raise
        self._counts(after)

    def _counts(self, after: Transcript) -> None:
        self._events += 1
        self.transcript = after

    def _is_last(self, event: tuple[datetime, str, str]) -> bool:
        with suppress(JobcoachError):
            rows = self._log.events(self.transcript.id)
            if len(rows) == self._events + 1:
                return (rows[-1].at, rows[-1].kind, rows[-1].payload) == event
        return False


def open_journal(log: InterviewLog, interview_id: str, clock: Clock) -> Journal:
    """Read a kept interview, to show it or to go on with it.

    Raises InputError if there is none of that id, or if what is kept of it is
    damaged; other interviews are none the worse for that.
    """
    transcript, events = _read(log, interview_id)
    return Journal(log, transcript, events, clock)


def read_transcript(log: InterviewLog, interview_id: str) -> Transcript:
    """A kept interview as it stands. Raises InputError as ``open_journal`` does."""
    return _read(log, interview_id)[0]


def _read(log: InterviewLog, interview_id: str) -> tuple[Transcript, int]:
    row = log.get(interview_id)
    if row is None:
        close = get_close_matches(interview_id, log.ids(), n=3)
        raise InputError(
            f"there is no interview {interview_id}",
            why=f"did you mean {', '.join(close)}?" if close else "no interview has this ID",
            mend="to see all: jobcoach interview list",
        )
    transcript = _start(row)
    rows = log.events(interview_id)
    for seq, event_row in enumerate(rows, 1):
        transcript = _with_event(transcript, seq, event_row)
    return transcript, len(rows)


def _start(row: SessionRow) -> Transcript:
    try:
        plan = Plan.model_validate_json(row.plan)
        return Transcript.model_validate(
            {
                "id": row.id,
                "lang": row.lang,
                "mode": row.mode,
                "grader": row.grader,
                "status": "open",
                "started_at": row.started_at,
                "questions": tuple(QuestionRecord(planned=question) for question in plan.questions),
            }
        )
    except ValidationError as error:
        raise _damaged(row.id, "its plan is not what was stored") from error


def _with_event(transcript: Transcript, seq: int, row: EventRow) -> Transcript:
    if row.seq != seq:
        raise _damaged(transcript.id, f"event {seq} is missing")
    if row.kind not in EVENTS:
        raise _damaged(transcript.id, f"event {seq} is of an unknown kind")
    try:
        return apply(transcript, EVENTS[row.kind].model_validate_json(row.payload), row.at)
    except ValidationError as error:
        raise _damaged(transcript.id, f"event {seq} is not what was stored") from error
    except EventRefused as error:
        raise _damaged(transcript.id, f"event {seq} does not fit those before it") from error


def _damaged(interview_id: str, why: str) -> InputError:
    return InputError(f"the interview {interview_id} cannot be read", why=why)
