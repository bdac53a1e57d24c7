"""What a calibration finds: figures on the scale of the file, None where one is not defined."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from jobcoach.interview.calibration import statistics as stats
from jobcoach.interview.calibration.adversarial import Bound
from jobcoach.interview.calibration.gold import Gold

_BANDS = 5
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Band:
    """The answers whose human score is at least ``lowest`` and below ``highest`` (the last: up to it)."""

    lowest: float
    highest: float
    n: int
    human: float
    grader: float
    mae: float


@dataclass(frozen=True, slots=True)
class Humans:
    """How far the two people agree with each other, on the ``n`` answers that both have scored."""

    n: int
    pearson: float | None
    spearman: float | None
    qwk: float | None
    mae: float | None
    rmse: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far a grader agrees with people. ``human`` is None where only one has scored."""

    n: int
    questions: int
    ungraded: int
    pearson: float | None
    pearson_ci: Interval | None
    spearman: float | None
    qwk: float | None
    mae: float | None
    rmse: float | None
    rmse_rescaled: float | None
    bias: float | None
    human: Humans | None
    by_band: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class CaseResult:
    """The mean score of one adversarial case over ``n`` answers, and the limit it is held to."""

    case: str
    n: int
    mean_score: float | None
    limit: float
    bound: Bound
    ok: bool
    ungraded: int = 0


@dataclass(frozen=True, slots=True)
class Repeatability:
    """The same answers graded ``k`` times: how far apart the scores of one answer lie, and how many agree."""

    k: int
    n: int
    mean_spread: float | None
    max_spread: float | None
    exact_share: float | None


def agreement(gold: Gold, shares: Sequence[float | None]) -> Agreement:
    """The figures of a grader's scores (0 to 1, None for ungraded) of a file's answers."""
    scale = gold.max_score
    graded = [(each, share) for each, share in zip(gold.answers, shares, strict=True) if share is not None]
    x = [share * scale for _, share in graded]
    y = [each.human * scale / each.max_score for each, _ in graded]
    ids: list[Hashable] = [each.question_id for each, _ in graded]
    fitted = stats.rescaled(x, y, ids)
    return Agreement(
        n=len(x),
        questions=len(set(ids)),
        ungraded=len(shares) - len(x),
        pearson=stats.pearson(x, y),
        pearson_ci=stats.interval(list(stats.by_group(x, y, ids).values()), lambda part: part.pearson),
        spearman=stats.spearman(x, y),
        qwk=stats.quadratic_weighted_kappa(x, y, scale),
        mae=stats.mae(x, y),
        rmse=stats.rmse(x, y),
        rmse_rescaled=stats.rmse(fitted, y) if fitted is not None else None,
        bias=stats.bias(x, y),
        human=_humans(gold),
        by_band=_bands(x, y, scale),
    )


def repeatability(rounds: Sequence[Sequence[float | None]], scale: float) -> Repeatability:
    """From the shares of each round over the same answers; an answer counts if every round graded it."""
    complete = [
        [share for share in scores if share is not None]
        for scores in zip(*rounds, strict=True)
        if None not in scores
    ]
    spreads = [(max(scores) - min(scores)) * scale for scores in complete]
    if not spreads:
        return Repeatability(len(rounds), 0, None, None, None)
    return Repeatability(
        k=len(rounds),
        n=len(spreads),
        mean_spread=sum(spreads) / len(spreads),
        max_spread=max(spreads),
        exact_share=sum(len(set(scores)) == 1 for scores in complete) / len(complete),
    )


def sums_by_question(gold: Gold, shares: Mapping[int, float]) -> dict[Hashable, stats.Sums]:
    """What a comparison with another calibration needs; ``shares`` are by the answer's index."""
    scale = gold.max_score
    rows = sorted(shares)
    return stats.by_group(
        [shares[row] * scale for row in rows],
        [gold.answers[row].human * scale / gold.answers[row].max_score for row in rows],
        [gold.answers[row].question_id for row in rows],
    )


def _humans(gold: Gold) -> Humans | None:
    scale = gold.max_score
    pairs = [
        (each.score * scale / each.max_score, each.score2 * scale / each.max_score)
        for each in gold.answers
        if each.score2 is not None
    ]
    if not pairs:
        return None
    a, b = ([pair[index] for pair in pairs] for index in (0, 1))
    return Humans(
        len(pairs),
        stats.pearson(a, b),
        stats.spearman(a, b),
        stats.quadratic_weighted_kappa(a, b, scale),
        stats.mae(a, b),
        stats.rmse(a, b),
    )


def _bands(x: Sequence[float], y: Sequence[float], scale: float) -> tuple[Band, ...]:
    """Fifths of the scale by the human score; empty ones are left out."""
    found = []
    for number in range(_BANDS):
        lowest, highest = scale * number / _BANDS, scale * (number + 1) / _BANDS
        inside = [
            (a, b) for a, b in zip(x, y, strict=True) if lowest <= b and (b < highest or number == _BANDS - 1)
        ]
        if inside:
            n = len(inside)
            band = Band(
                lowest,
                highest,
                n,
                human=sum(b for _, b in inside) / n,
                grader=sum(a for a, _ in inside) / n,
                mae=sum(abs(a - b) for a, b in inside) / n,
            )
            found.append(band)
    return tuple(found)
