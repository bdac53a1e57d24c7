"""Coaching on one verdict: facts, topics, and the hints that were asked for."""

from dataclasses import dataclass
from typing import Literal

from jobcoach.coach.explain.facts import CodeLine, Fact

HINT_STEPS = 3


@dataclass(frozen=True, slots=True)
class Hint:
    """One step of the ladder, 1 to 3; ``evidence`` are lines of the candidate's code, if a model gave it."""

    step: int
    text: str
    source: Literal["package", "model"] = "package"
    evidence: tuple[CodeLine, ...] = ()


@dataclass(frozen=True, slots=True)
class CoachModel:
    """What became of a model's hints: citations as in a review, and ``left_out`` steps that broke a rule."""

    name: str
    kept: int = 0
    relocated: int = 0
    dropped: int = 0
    left_out: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """``steps`` is how many steps there are; ``hints`` are those that may be shown by now."""

    facts: tuple[Fact, ...]
    topics: tuple[str, ...] = ()
    hints: tuple[Hint, ...] = ()
    steps: int = 0
    model: CoachModel | None = None
