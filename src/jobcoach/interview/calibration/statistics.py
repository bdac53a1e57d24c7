"""How far two sets of scores of the same answers agree. None where a figure is not defined."""

import math
import random
from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

_SCALE_WITH_WHOLE_POINTS = 2.0
_STEPS_BELOW = 10
_NEARLY_NOTHING = 1e-12
BOOTSTRAP_SAMPLES = 1000


@dataclass(frozen=True, slots=True)
class Sums:
    """What correlation and regression need of some pairs, so that groups of pairs can be added."""

    n: int = 0
    x: float = 0.0
    y: float = 0.0
    xx: float = 0.0
    yy: float = 0.0
    xy: float = 0.0
    absolute: float = 0.0

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(
            self.n + other.n,
            self.x + other.x,
            self.y + other.y,
            self.xx + other.xx,
            self.yy + other.yy,
            self.xy + other.xy,
            self.absolute + other.absolute,
        )

    def __sub__(self, other: "Sums") -> "Sums":
        return self + Sums(-other.n, -other.x, -other.y, -other.xx, -other.yy, -other.xy, -other.absolute)

    @property
    def pearson(self) -> float | None:
        """Pearson's r; None without variance."""
        if self.n < 2:
            return None
        covariance = self.xy - self.x * self.y / self.n
        square = self._variance(self.x, self.xx) * self._variance(self.y, self.yy)
        return max(-1.0, min(1.0, covariance / math.sqrt(square))) if square > 0 else None

    @property
    def mae(self) -> float | None:
        """Mean absolute difference."""
        return self.absolute / self.n if self.n else None

    def line(self) -> tuple[float, float]:
        """Offset and slope of the least-squares line from x to y; the mean of y where x does not vary."""
        variance = self._variance(self.x, self.xx)
        if self.n < 2 or variance <= 0:
            return (self.y / self.n if self.n else 0.0), 0.0
        slope = (self.xy - self.x * self.y / self.n) / variance
        return (self.y - slope * self.x) / self.n, slope

    def _variance(self, total: float, squares: float) -> float:
        """n times the variance; what is left of rounding counts as none."""
        found = squares - total * total / self.n
        return found if found > _NEARLY_NOTHING * max(squares, 1.0) else 0.0


def sums(x: Sequence[float], y: Sequence[float]) -> Sums:
    """The sums of some pairs."""
    return Sums(
        len(x),
        math.fsum(x),
        math.fsum(y),
        math.fsum(a * a for a in x),
        math.fsum(b * b for b in y),
        math.fsum(a * b for a, b in zip(x, y, strict=True)),
        math.fsum(abs(a - b) for a, b in zip(x, y, strict=True)),
    )


def by_group(x: Sequence[float], y: Sequence[float], groups: Sequence[Hashable]) -> dict[Hashable, Sums]:
    """The sums of the pairs of each group, in the order in which groups come first."""
    pairs: dict[Hashable, tuple[list[float], list[float]]] = defaultdict(lambda: ([], []))
    for a, b, group in zip(x, y, groups, strict=True):
        pairs[group][0].append(a)
        pairs[group][1].append(b)
    return {group: sums(*lists) for group, lists in pairs.items()}


def pearson(x: Sequence[float], y: Sequence[float]) -> float | None:
    """Pearson's correlation coefficient."""
    if len(x) < 2:
        return None
    # Around the means: what a large offset would cost in digits is kept.
    mean_x, mean_y = math.fsum(x) / len(x), math.fsum(y) / len(y)
    return sums([a - mean_x for a in x], [b - mean_y for b in y]).pearson


def spearman(x: Sequence[float], y: Sequence[float]) -> float | None:
    """Spearman's rank correlation: Pearson's of the ranks, ties sharing the mean of theirs."""
    return pearson(ranks(x), ranks(y))


def ranks(values: Sequence[float]) -> list[float]:
    """Ranks from 1; equal values share the mean of their ranks."""
    order = sorted(range(len(values)), key=lambda index: values[index])
    found = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and values[order[end]] == values[order[start]]:
            end += 1
        for index in order[start:end]:
            found[index] = (start + 1 + end) / 2
        start = end
    return found


def quadratic_weighted_kappa(x: Sequence[float], y: Sequence[float], max_score: float) -> float | None:
    """Cohen's kappa with quadratic weights (Cohen 1968) on scores rounded to whole points, halves up.

    A scale that ends below 2 points is rounded to tenths of it. The matrices
    of the definition cancel out: observed disagreement is the mean square
    difference, expected disagreement that of all pairs.
    """
    if not x:
        return None
    step = 1.0 if max_score >= _SCALE_WITH_WHOLE_POINTS else max_score / _STEPS_BELOW
    a, b = ([math.floor(value / step + 0.5) for value in values] for values in (x, y))
    n = len(a)
    observed = sum((i - j) ** 2 for i, j in zip(a, b, strict=True)) / n
    expected = sum(i * i for i in a) / n + sum(j * j for j in b) / n - 2 * (sum(a) / n) * (sum(b) / n)
    return 1 - observed / expected if expected > 0 else None


def mae(x: Sequence[float], y: Sequence[float]) -> float | None:
    """Mean absolute error."""
    return math.fsum(abs(a - b) for a, b in zip(x, y, strict=True)) / len(x) if x else None


def rmse(x: Sequence[float], y: Sequence[float]) -> float | None:
    """Root of the mean square error."""
    return math.sqrt(math.fsum((a - b) ** 2 for a, b in zip(x, y, strict=True)) / len(x)) if x else None


def bias(x: Sequence[float], y: Sequence[float]) -> float | None:
    """How much higher ``x`` is than ``y`` in the mean."""
    return math.fsum(a - b for a, b in zip(x, y, strict=True)) / len(x) if x else None


def rescaled(x: Sequence[float], y: Sequence[float], groups: Sequence[Hashable]) -> list[float] | None:
    """``x`` with an offset and a slope for each group, fitted to ``y`` on the other groups alone.

    None for a single group: there is nothing to fit on.
    """
    parts = by_group(x, y, groups)
    if len(parts) < 2:
        return None
    whole = sum(parts.values(), Sums())
    lines = {group: (whole - part).line() for group, part in parts.items()}
    return [lines[group][0] + lines[group][1] * value for value, group in zip(x, groups, strict=True)]


def interval(
    parts: Sequence[Sums], measure: Callable[[Sums], float | None], seed: int = 0
) -> tuple[float, float] | None:
    """The 95% percentile interval of a measure when whole groups are drawn with replacement (Efron 1979)."""
    if not parts:
        return None
    generator = random.Random(seed)  # noqa: S311 (statistics, no secret)
    found = []
    for _ in range(BOOTSTRAP_SAMPLES):
        value = measure(sum(generator.choices(parts, k=len(parts)), Sums()))
        if value is not None:
            found.append(value)
    return _middle(found)


def difference_interval(
    old: Mapping[Hashable, Sums],
    new: Mapping[Hashable, Sums],
    measure: Callable[[Sums], float | None],
    seed: int = 0,
) -> tuple[float, float] | None:
    """The 95% interval of ``measure(new) - measure(old)`` over the same drawn groups."""
    generator = random.Random(seed)  # noqa: S311 (statistics, no secret)
    groups = list(new)
    found = []
    for _ in range(BOOTSTRAP_SAMPLES):
        drawn = generator.choices(groups, k=len(groups))
        before = measure(sum((old[group] for group in drawn), Sums()))
        after = measure(sum((new[group] for group in drawn), Sums()))
        if before is not None and after is not None:
            found.append(after - before)
    return _middle(found)


def _middle(values: list[float]) -> tuple[float, float] | None:
    if len(values) < BOOTSTRAP_SAMPLES // 2:
        return None
    values.sort()
    last = len(values) - 1
    return values[round(0.025 * last)], values[round(0.975 * last)]
