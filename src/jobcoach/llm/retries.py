"""Trying again: the one place where a request is repeated. The client's own retries are off."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from jobcoach.llm.faults import FAULTS, Fault

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """``attempts`` counts the first one.

    The n-th wait is drawn from [d/2, d] with d = first x 2^n up to ``longest_wait_seconds``
    ("equal jitter"). A server's Retry-After goes before that; one of more than
    ``longest_asked_seconds`` is not waited for.
    """

    attempts: int = 3
    first_wait_seconds: float = 0.5
    longest_wait_seconds: float = 20.0
    longest_asked_seconds: float = 60.0
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random

    def run(self, call: Callable[[], R]) -> R:
        """The call's result; the last Fault if no attempt went well, or if trying again cannot help."""
        for attempt in range(self.attempts - 1):
            try:
                return call()
            except Fault as fault:
                if not FAULTS[fault.kind].retried:
                    raise
                asked = fault.retry_after_seconds
                if asked is not None and asked > self.longest_asked_seconds:
                    raise
                self.sleep(self._wait_seconds(attempt, asked))
        return call()

    def _wait_seconds(self, attempt: int, asked: float | None) -> float:
        """Samples that ran into the same limit must not come back at the same moment."""
        longest = min(self.first_wait_seconds * 2.0**attempt, self.longest_wait_seconds)
        if asked is not None:
            return asked + self.chance() * self.first_wait_seconds
        return longest * (1 + self.chance()) / 2
