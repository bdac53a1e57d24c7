"""The score of a review: what each rule takes from its category, added up in the open.

A rule counts once, by its gravest finding: a large repository shows the same
habit in more places than a small one and is no worse for it, and nothing is
added for size. What a model found is not counted, so that the score is the same
with a model and without, and no text of the repository can talk it up or down.

What cannot be judged is left out, and the others weigh the more. Without code that can be judged there is no
score at all: what is left says nothing of a programmer.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jobcoach.portfolio.material import Reason
from jobcoach.portfolio.review import CategoryScore, Finding, ScorePart
from jobcoach.portfolio.rules.rule import Category, Confidence, Severity

MODEL_RULE = "model"

SEVERITY_POINTS: Mapping[Severity, float] = {"high": 40.0, "medium": 15.0, "low": 5.0}
CONFIDENCE_FACTORS: Mapping[Confidence, float] = {"high": 1.0, "medium": 0.6, "low": 0.25}
# What an interviewer looks at first weighs most.
WEIGHTS: Mapping[Category, float] = {
    "readme": 0.25, "code": 0.25, "tests": 0.2, "security": 0.15, "history": 0.075, "delivery": 0.075,
}  # fmt: skip
_FULL = 100.0
_DECIMALS = 1
_ALL_SCORED: Mapping[Category, Reason] = {}
_BY_CHOICE: Reason = "not_looked_for"


@dataclass(frozen=True, slots=True)
class Score:
    """``total`` is the mean of ``categories`` by their weights, 0 to 100; None without code to judge."""

    total: float | None
    categories: Mapping[Category, CategoryScore]


def points_of(finding: Finding) -> float:
    """What a finding takes from the 100 points of its category."""
    return SEVERITY_POINTS[finding.severity] * CONFIDENCE_FACTORS[finding.confidence]


def score_of(findings: Iterable[Finding], unscored: Mapping[Category, Reason] = _ALL_SCORED) -> Score:
    """The score by category, the gravest part first; the same findings in any order give the same.

    ``unscored``: the categories that cannot be judged.
    """
    gravest: dict[tuple[Category, str], float] = {}
    for finding in findings:
        if finding.rule != MODEL_RULE:
            key = finding.category, finding.rule
            gravest[key] = max(gravest.get(key, 0.0), points_of(finding))
    weight = sum(each for category, each in WEIGHTS.items() if category not in unscored)
    categories = {
        category: CategoryScore(score=None, weight=0, parts=(), unscored=unscored[category])
        if category in unscored
        else _category_score(category, gravest, WEIGHTS[category] / weight)
        for category in WEIGHTS
    }
    if not weight or unscored.get("code", _BY_CHOICE) != _BY_CHOICE:
        return Score(None, categories)
    total = sum(each.score * each.weight for each in categories.values() if each.score is not None)
    return Score(round(total, _DECIMALS), categories)


def _category_score(
    category: Category, gravest: Mapping[tuple[Category, str], float], weight: float
) -> CategoryScore:
    parts = [
        ScorePart(rule=rule, points=round(points, _DECIMALS))
        for (of, rule), points in gravest.items()
        if of == category
    ]
    parts.sort(key=lambda part: (-part.points, part.rule))
    left = _FULL - sum(part.points for part in parts)
    return CategoryScore(score=round(max(0.0, left), _DECIMALS), weight=weight, parts=tuple(parts))
