"""How long an answer may take."""

from jobcoach.interview.bank.question import Level
from jobcoach.interview.session.ask import Ask
from jobcoach.interview.session.transcript import Mode

EXAM_SECONDS: dict[Level, int] = {"junior": 120, "mid": 180, "senior": 240}
_FOLLOW_UP_SHARE = 0.5


def seconds_for(ask: Ask, mode: Mode, wanted: int | None) -> float | None:
    """``wanted`` seconds if it is given; else in an exam by the question's level, in study no limit.

    A follow-up asks for one point only, so it has half of a question's time.
    """
    seconds = wanted if wanted is not None else EXAM_SECONDS[ask.level] if mode == "exam" else None
    if seconds is None:
        return None
    return seconds * (_FOLLOW_UP_SHARE if ask.kind == "follow_up" else 1.0)
