"""What the candidate has done so far: plain values, gathered from the store by commands.

All moments have a time zone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Answered:
    """A question of an interview that was answered. ``score`` is 0 to 100, None while it is not graded."""

    question_id: str
    topic: str
    score: float | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Judged:
    """A submission that was judged."""

    problem: str
    accepted: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Weakness:
    """A finding of a review; ``points`` is what it takes from the score of the whole."""

    rule: str
    title: str
    place: str
    points: float


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A repository at a commit. ``weaknesses`` are there for the latest review alone."""

    id: int
    location: str
    commit: str | None
    score: float | None
    at: datetime
    weaknesses: tuple[Weakness, ...] = ()


@dataclass(frozen=True, slots=True)
class Exercise:
    """A problem that can be solved; ``difficulty`` is 1 (easy) to 5, None if unknown."""

    id: str
    topics: tuple[str, ...]
    difficulty: int | None


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An interview that was begun and left, with how many of its questions are open."""

    id: str
    left: int


@dataclass(frozen=True, slots=True)
class Record:
    """All of it, each list in any order; ``reviews`` may name several repositories."""

    answers: Sequence[Answered] = ()
    judgements: Sequence[Judged] = ()
    reviews: Sequence[Reviewed] = ()
    exercises: Sequence[Exercise] = ()
    unfinished: Sequence[Unfinished] = ()
