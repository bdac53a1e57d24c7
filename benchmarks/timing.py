"""Whole commands timed in turn, so that a machine whose speed drifts slows all of them."""

import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Action = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Timing:
    """Wall seconds of each round."""

    name: str
    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The figure to quote."""
        return statistics.median(self.seconds)


def in_turn(actions: Mapping[str, Action], rounds: int) -> dict[str, Timing]:
    """Runs every action once for warming up, then ``rounds`` times A B C A B C …"""
    for action in actions.values():
        action()
    seconds: dict[str, list[float]] = {name: [] for name in actions}
    for _ in range(rounds):
        for name, action in actions.items():
            began = time.perf_counter()
            action()
            seconds[name].append(time.perf_counter() - began)
    return {name: Timing(name, tuple(values)) for name, values in seconds.items()}


def ratio(first: Timing, second: Timing) -> float:
    """The median of first/second, round by round."""
    pairs = zip(first.seconds, second.seconds, strict=True)
    return statistics.median(one / other for one, other in pairs)


def quietly(command: Sequence[str], *, stdin: bytes = b"", expect: int = 0) -> bytes:
    """Runs a command and returns its output. Raises RuntimeError for another exit code."""
    done = subprocess.run(command, input=stdin, capture_output=True, check=False)
    if done.returncode != expect:
        raise RuntimeError(f"{command[0]} ended with {done.returncode}: {done.stderr.decode()[-500:]}")
    return done.stdout
