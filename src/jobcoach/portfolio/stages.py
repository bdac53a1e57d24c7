"""The stages of a review, named in one place, where their time is taken."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

StageName = Literal["source", "inventory", "analysis", "facts", "rules", "questions", "pack", "model"]


@dataclass(frozen=True, slots=True)
class StageProgress:
    """How far a stage is. ``total`` is None while it is not known; ``seconds`` None until it is over."""

    stage: StageName
    done: int = 0
    total: int | None = None
    seconds: float | None = None


Progress = Callable[[StageProgress], None]
Step = Callable[[int, int | None], None]
"""Told by a stage how much is done, and of how much."""


def no_progress(_step: StageProgress) -> None:
    """For who does not want to know."""


class Stages:
    """Runs stages one after the other, tells of each, and adds up their times."""

    def __init__(
        self, progress: Progress = no_progress, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        self._progress = progress
        self._clock = clock
        self._seconds: dict[StageName, float] = {}

    @property
    def seconds(self) -> Mapping[StageName, float]:
        """Wall time by stage, of those that are over, in the order in which they began."""
        return dict(self._seconds)

    @contextmanager
    def stage(self, name: StageName) -> Iterator[Step]:
        """One stage; yields what it tells its progress with. A stage that fails has no time."""
        began = self._clock()
        self._progress(StageProgress(name))

        def step(done: int, total: int | None) -> None:
            self._progress(StageProgress(name, done, total))

        yield step
        seconds = self._clock() - began
        self._seconds[name] = self._seconds.get(name, 0.0) + seconds
        self._progress(StageProgress(name, seconds=seconds))
