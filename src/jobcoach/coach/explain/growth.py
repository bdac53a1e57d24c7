"""How a program's CPU time grows with the size of its input: said only where the times leave no other choice.

Each time is taken for an interval that holds the true one, start-up taken off. Two tests bound the
exponent ``p`` of ``time ~ size^p`` from both sides; the bounds of all pairs are intersected. A class is
named when what is left lies within its window, so a time within its interval never yields a wrong class:
``n^1.5`` lies in no window, nothing is said of it. A program that ran out of time is a bound from below.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

GrowthClass = Literal["n", "n^2", "n^3", "2^n"]

# CPU times of one program on one input differ by a tenth on a busy machine, by a seventh rarely.
_NOISE_FACTOR = 1.15
_NOISE_SECONDS = 0.003
# Of start-up, what a longer run may add once: compilers at run time (JVM, V8) work on what is called often.
_WARMING_UP = 0.5
# A test this much smaller costs little but start-up: at most a twentieth, if time grows at least like n^0.75.
_TINY = 50
# n log n has exponents from 1.05 to 1.25 between a hundred and a million: not to be told from n.
_WINDOWS: dict[GrowthClass, tuple[float, float]] = {"n": (0.7, 1.45), "n^2": (1.6, 2.45), "n^3": (2.55, 3.5)}
_EXPONENTS: dict[GrowthClass, float] = {"n": 1.0, "n^2": 2.0, "n^3": 3.0}
_DOUBLING = (0.8 * math.log(2), 1.25 * math.log(2))
_STEEP = 4.0  # no polynomial that anybody writes
_SIZES_MIN = {"n": 3, "n^2": 3, "n^3": 4, "2^n": 4}
_APART = 1.25
_LOG_MAX = 700.0  # exp of more overflows


@dataclass(frozen=True, slots=True)
class Timing:
    """CPU time of one test; ``cut_off`` if the program was stopped, so that it needs more than that."""

    size: int
    cpu_seconds: float
    cut_off: bool = False


@dataclass(frozen=True, slots=True)
class Growth:
    """A class that the times leave no doubt about, by ``sizes`` different sizes, the largest ``largest``.

    ``n`` stands for n and n log n.
    """

    name: GrowthClass
    sizes: int
    largest: int
    largest_seconds: float
    startup_seconds: float

    def seconds_at(self, size: int) -> float:
        """CPU seconds that a test of that size would need, start-up included; ``inf`` beyond all measure."""
        if self.name == "2^n":
            log_factor = (size - self.largest) * math.log(2)
        else:
            log_factor = _EXPONENTS[self.name] * math.log(size / self.largest)
        if log_factor > _LOG_MAX:
            return math.inf
        return self.startup_seconds + self.largest_seconds * math.exp(log_factor)


@dataclass(frozen=True, slots=True)
class _Point:
    """A test's time without start-up lies in [low, high]."""

    size: int
    low: float
    high: float


def growth_of(timings: Iterable[Timing]) -> Growth | None:
    """The class of growth, None where the times are too few, too close or do not agree on one."""
    usable = [each for each in timings if each.size > 0 and 0 < each.cpu_seconds < math.inf]
    if not usable:
        return None
    startup = min(each.cpu_seconds for each in usable)
    points = _envelope([point for each in usable if (point := _point(each, usable, startup)) is not None])
    measured = [point for point in points if point.high < math.inf]
    name = _class_of(points)
    if name is None:
        return None
    sizes = len({point.size for point in measured}) if name == "2^n" else _separate_sizes(measured)
    if sizes < _SIZES_MIN[name]:
        return None
    last = max(measured, key=lambda point: point.size)
    growth = Growth(name, sizes, last.size, math.sqrt(last.low * last.high), startup)
    return growth if _agrees(growth, usable) else None


def _point(timing: Timing, all_timings: Sequence[Timing], startup: float) -> _Point | None:
    """None for a time that start-up and noise alone may explain."""
    low = (
        timing.cpu_seconds / _NOISE_FACTOR
        - startup * _NOISE_FACTOR
        - max(_NOISE_SECONDS, startup * _WARMING_UP)
    )
    if low <= 0:
        return None
    if timing.cut_off:
        return _Point(timing.size, low, math.inf)
    tiny = [each.cpu_seconds for each in all_timings if each.size * _TINY <= timing.size and not each.cut_off]
    certain_startup = max(0.0, min(tiny) / _NOISE_FACTOR - _NOISE_SECONDS) if tiny else 0.0
    return _Point(timing.size, low, timing.cpu_seconds * _NOISE_FACTOR - certain_startup)


def _envelope(points: Sequence[_Point]) -> list[_Point]:
    """The worst cases alone: a test that took less than one no larger says nothing of them."""
    return [
        point
        for point in points
        if not any(other.size <= point.size and other.low > point.high for other in points)
    ]


def _separate_sizes(points: Iterable[_Point]) -> int:
    count, last = 0, 0.0
    for size in sorted({point.size for point in points}):
        if size >= last * _APART:
            count, last = count + 1, size
    return count


def _class_of(points: Sequence[_Point]) -> GrowthClass | None:
    exponents = _bounds(points, math.log)
    if exponents is not None:
        for name, window in _WINDOWS.items():
            if window[0] <= exponents[0] and exponents[1] <= window[1]:
                return name
        if exponents[0] < _STEEP:
            return None
    rates = _bounds(points, float)
    if rates is not None and _DOUBLING[0] <= rates[0] and rates[1] <= _DOUBLING[1]:
        return "2^n"
    return None


def _bounds(points: Sequence[_Point], scale: Callable[[int], float]) -> tuple[float, float] | None:
    """Between what lie the slopes of log(time) over ``scale(size)`` that fit all pairs; None if none fits."""
    least, most = -math.inf, math.inf
    for small, large in combinations(sorted(points, key=lambda point: point.size), 2):
        if small.size == large.size:
            if small.low > large.high or large.low > small.high:
                return None
            continue
        apart = scale(large.size) - scale(small.size)
        if small.high < math.inf:
            least = max(least, math.log(large.low / small.high) / apart)
        if large.high < math.inf:
            most = min(most, math.log(large.high / small.low) / apart)
    return (least, most) if least <= most else None


def _agrees(growth: Growth, timings: Iterable[Timing]) -> bool:
    """Whether what was cut off would indeed have taken as long as it did."""
    return all(
        growth.seconds_at(each.size) * _NOISE_FACTOR**2 >= each.cpu_seconds
        for each in timings
        if each.cut_off and each.size > growth.largest
    )
