"""When a question is worth asking again: FSRS, the Free Spaced Repetition Scheduler.

https://github.com/open-spaced-repetition/py-fsrs, version 6, its default
parameters. Its learning steps of minutes are left out: an interview is not
repeated within the hour, so the first interval is one day or more. No fuzzing:
the same history always gives the same dates.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from fsrs import Card, Rating, Scheduler

_RETENTION = 0.9
_RATINGS = ((85.0, Rating.Easy), (60.0, Rating.Good), (40.0, Rating.Hard), (0.0, Rating.Again))
"""From which score of 100 on an answer counts as what."""


@dataclass(frozen=True, slots=True)
class PastQuestion:
    """A question that was asked before.

    ``score`` is 0 to 100, None if it was not graded. ``at`` has a time zone.
    """

    question_id: str
    score: float | None
    at: datetime


def rating(score: float) -> Rating:
    """What FSRS is told of a score of 0 to 100."""
    return next((each for least, each in _RATINGS if score >= least), Rating.Again)


def due_dates(history: Iterable[PastQuestion]) -> dict[str, datetime]:
    """When each graded question is due again, in UTC; one that was never graded is not in it."""
    cards: dict[str, Card] = {}
    for asked in sorted(history, key=lambda each: each.at):
        if asked.score is not None:
            # A card without an id would take the clock's time, and a millisecond, for one.
            card = cards.get(asked.question_id, Card(card_id=0, due=asked.at))
            reviewed, _ = _scheduler().review_card(card, rating(asked.score), asked.at.astimezone(UTC))
            cards[asked.question_id] = reviewed
    return {question_id: card.due for question_id, card in cards.items()}


def due(history: Iterable[PastQuestion], now: datetime) -> tuple[str, ...]:
    """The ids of the questions that are due, the one due longest first."""
    dates = due_dates(history)
    return tuple(sorted((each for each in dates if dates[each] <= now), key=lambda each: (dates[each], each)))


@cache
def _scheduler() -> Scheduler:
    return Scheduler(
        desired_retention=_RETENTION, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )
