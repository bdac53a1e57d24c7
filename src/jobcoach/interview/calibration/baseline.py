"""Whether a grader has become worse than it was, beyond what the choice of questions explains."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from jobcoach.interview.calibration import statistics as stats
from jobcoach.interview.calibration.calibration import CaseResult, sums_by_question
from jobcoach.interview.calibration.gold import Gold


@dataclass(frozen=True, slots=True)
class Change:
    """How a figure has changed since the baseline.

    ``interval`` is the 95% bootstrap interval of the change over questions
    drawn with replacement, the same ones for both. It is a regression if the
    whole interval lies on the worse side of zero.
    """

    figure: Literal["pearson", "mae"]
    before: float | None
    now: float | None
    interval: tuple[float, float] | None
    regressed: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """A calibration beside an earlier one; ``cases`` are those that were kept then and are not now."""

    baseline_id: int
    changes: tuple[Change, ...]
    cases: tuple[str, ...]

    @property
    def regressed(self) -> bool:
        """Whether anything is worse."""
        return bool(self.cases) or any(change.regressed for change in self.changes)


def compare(
    baseline_id: int,
    gold: Gold | None,
    before: Sequence[float | None],
    now: Sequence[float | None],
    cases_before: Mapping[str, bool],
    cases_now: Sequence[CaseResult],
) -> Comparison:
    """Compare the shares of the same answers, and which adversarial cases are kept.

    Only answers that both have graded count. ``gold`` is None where there are
    only adversarial cases.
    """
    changes: tuple[Change, ...] = ()
    if gold is not None:
        both = [index for index, pair in enumerate(zip(before, now, strict=True)) if None not in pair]
        old = sums_by_question(gold, {row: share for row in both if (share := before[row]) is not None})
        new = sums_by_question(gold, {row: share for row in both if (share := now[row]) is not None})
        changes = (
            _change("pearson", old, new, worse_if_lower=True),
            _change("mae", old, new, worse_if_lower=False),
        )
    lost = tuple(case.case for case in cases_now if cases_before.get(case.case) and not case.ok)
    return Comparison(baseline_id, changes, lost)


def _change(
    figure: Literal["pearson", "mae"],
    old: Mapping[object, stats.Sums],
    new: Mapping[object, stats.Sums],
    *,
    worse_if_lower: bool,
) -> Change:
    def measure(part: stats.Sums) -> float | None:
        return part.pearson if figure == "pearson" else part.mae

    interval = stats.difference_interval(old, new, measure) if new else None
    worse = interval is not None and (interval[1] < 0 if worse_if_lower else interval[0] > 0)
    before, now = (measure(sum(parts.values(), stats.Sums())) for parts in (old, new))
    return Change(figure, before, now, interval, worse)
