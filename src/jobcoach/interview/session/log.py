"""What an interview needs of whoever keeps it: the store's ``interviews`` is one such."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

Clock = Callable[[], datetime]


class SessionRow(Protocol):
    """A kept interview. ``plan`` is a JSON text, times have a zone."""

    @property
    def id(self) -> str: ...
    @property
    def lang(self) -> str: ...
    @property
    def mode(self) -> str: ...
    @property
    def grader(self) -> str: ...
    @property
    def started_at(self) -> datetime: ...
    @property
    def plan(self) -> str: ...


class EventRow(Protocol):
    """A kept event. ``payload`` is a JSON text."""

    @property
    def seq(self) -> int: ...
    @property
    def at(self) -> datetime: ...
    @property
    def kind(self) -> str: ...
    @property
    def payload(self) -> str: ...


class InterviewLog(Protocol):
    """Interviews and their events: append-only, kept for good when a call returns."""

    def create(
        self, interview_id: str, *, lang: str, mode: str, grader: str, started_at: datetime, plan: str
    ) -> bool:
        """Keep a new interview; False if the id is taken."""
        ...

    def append(
        self, interview_id: str, seq: int, *, at: datetime, kind: str, payload: str, status: str
    ) -> None:
        """Keep event ``seq``, the next one. Raises a JobcoachError if it is not, or if it cannot be kept."""
        ...

    def get(self, interview_id: str) -> SessionRow | None:
        """The interview of that id."""
        ...

    def latest_unfinished(self) -> str | None:
        """The id of the interview to go on with."""
        ...

    def ids(self) -> Sequence[str]:
        """All of them, in the order in which they began."""
        ...

    def events(self, interview_id: str) -> Sequence[EventRow]:
        """All events, in order."""
        ...
