"""Mock interviews: each a plan and an append-only list of events."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jobcoach.errors import InputError
from jobcoach.store.connection import Connection
from jobcoach.store.failures import told
from jobcoach.store.values import text_value, time_from, time_value

_INSERT = "INSERT OR IGNORE INTO interviews VALUES (?, ?, ?, ?, ?, CAST(? AS TEXT), 'open')"
_APPEND = "INSERT INTO interview_events VALUES (?, ?, ?, ?, ?)"
_NEXT_SEQ = "SELECT coalesce(max(seq), 0) + 1 FROM interview_events WHERE interview_id = ?"
_SELECT = """
SELECT id, lang, mode, grader, CAST(started_at AS BLOB), CAST(plan AS BLOB), status,
    CAST(
        coalesce((SELECT max(at) FROM interview_events WHERE interview_id = id), started_at) AS BLOB
    ) AS active_at
FROM interviews
"""
_EVENTS = """
SELECT seq, CAST(at AS BLOB), CAST(kind AS BLOB), CAST(payload AS BLOB)
FROM interview_events WHERE interview_id = ? ORDER BY seq
"""


@dataclass(frozen=True, slots=True)
class InterviewRecord:
    """One interview. ``plan`` is a JSON text, ``status`` is "open", "paused" or "finished".

    ``active_at`` is when something happened in it last.
    """

    id: str
    lang: str
    mode: str
    grader: str
    started_at: datetime
    plan: str
    status: str
    active_at: datetime


@dataclass(frozen=True, slots=True)
class EventRecord:
    """One event of an interview. ``seq`` counts from 1, ``payload`` is a JSON text."""

    seq: int
    at: datetime
    kind: str
    payload: str


class Interviews:
    """The tables ``interviews`` and ``interview_events``, for one thread at a time.

    What a candidate submits can not be had again, so each event is synced to
    the disk before ``append`` returns (``synchronous = FULL``): in WAL mode a
    killed process loses nothing either way, but with NORMAL a power cut may take the
    last commits. One sync for an answer that took minutes to write costs nothing.
    """

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def create(
        self, interview_id: str, *, lang: str, mode: str, grader: str, started_at: datetime, plan: str
    ) -> bool:
        """Store a new interview, open and without events. On the disk when this returns.

        False if there is one of that id. Raises EnvironmentMissing if the
        database cannot be written.
        """
        values = (interview_id, lang, mode, text_value(grader), time_value(started_at), text_value(plan))
        with told(self._path):
            self._connection.execute("PRAGMA synchronous = FULL")
            with self._connection.atomic():
                return self._connection.execute(_INSERT, values).rowcount == 1

    def append(
        self, interview_id: str, seq: int, *, at: datetime, kind: str, payload: str, status: str
    ) -> None:
        """Store event ``seq`` and the status it leads to. On the disk when this returns.

        Raises InputError if ``seq`` is not the next one, for then another
        process has gone on with the interview, and EnvironmentMissing if the
        database cannot be written. Either way what was there stays as it was.
        """
        with told(self._path):
            self._connection.execute("PRAGMA synchronous = FULL")
            with self._connection.atomic():
                if self._connection.execute(_NEXT_SEQ, (interview_id,)).fetchone()[0] != seq:
                    raise _gone_on(interview_id)
                self._connection.execute(
                    _APPEND, (interview_id, seq, time_value(at), kind, text_value(payload))
                )
                self._connection.execute(
                    "UPDATE interviews SET status = ? WHERE id = ? AND status <> ?",
                    (status, interview_id, status),
                )

    def get(self, interview_id: str) -> InterviewRecord | None:
        """One interview, None if there is none of that id."""
        with told(self._path):
            row = self._connection.execute(f"{_SELECT} WHERE id = ?", (text_value(interview_id),)).fetchone()
        return _record(row) if row else None

    def latest(self, limit: int = 20) -> list[InterviewRecord]:
        """The interviews that something happened in last, latest first; not those whose times are damaged."""
        with told(self._path):
            rows = self._connection.execute(
                f"{_SELECT} ORDER BY active_at DESC, id LIMIT ?", (max(0, limit),)
            ).fetchall()
        return [record for record in map(_readable, rows) if record is not None]

    def latest_unfinished(self) -> str | None:
        """The id of the interview that something happened in last and that is not finished."""
        sql = f"{_SELECT} WHERE status <> 'finished' ORDER BY active_at DESC, id LIMIT 1"
        with told(self._path):
            row = self._connection.execute(sql).fetchone()
        return str(row[0]) if row else None

    def ids(self) -> list[str]:
        """The ids of all interviews, in the order in which they began."""
        with told(self._path):
            rows = self._connection.execute("SELECT id FROM interviews ORDER BY started_at, id").fetchall()
        return [str(row[0]) for row in rows]

    def events(self, interview_id: str) -> list[EventRecord]:
        """The events of one interview, in order."""
        with told(self._path):
            rows = self._connection.execute(_EVENTS, (text_value(interview_id),)).fetchall()
        return [
            EventRecord(seq, _time(interview_id, _text(at)), _text(kind), _text(payload))
            for seq, at, kind, payload in rows
        ]


def _gone_on(interview_id: str) -> InputError:
    return InputError(
        f"the interview {interview_id} goes on in another window",
        why="what you entered here was not stored",
        mend=f"jobcoach interview --resume {interview_id}",
    )


def _record(row: tuple[str, str, str, str, bytes, bytes, str, bytes]) -> InterviewRecord:
    interview_id, lang, mode, grader, started_at, plan, status, active_at = row
    began, active = (_time(interview_id, _text(each)) for each in (started_at, active_at))
    return InterviewRecord(interview_id, lang, mode, grader, began, _text(plan), status, active)


def _readable(row: tuple[str, str, str, str, bytes, bytes, str, bytes]) -> InterviewRecord | None:
    try:
        return _record(row)
    except InputError:
        return None


def _time(interview_id: str, value: str) -> datetime:
    try:
        return time_from(value)
    except ValueError:
        raise InputError(
            f"the interview {interview_id} cannot be read", why="a time in it is damaged"
        ) from None


def _text(value: bytes | None) -> str:
    r"""Rotten bytes become ``\xff``, which no JSON text holds: who parses it says which interview it is."""
    return (value or b"").decode("utf-8", "backslashreplace")
