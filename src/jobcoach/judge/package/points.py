"""How many points there are: of a test, of a group, of the problem."""

from jobcoach.judge.package.model import Aggregation, Problem, ScoreFile, ScoreRules, TestGroup

PASS_FAIL_POINTS = 100.0  # what an accepted solution of a pass-fail problem is worth
_LEGACY_ACCEPT_POINTS = 1.0
_LEGACY_REJECT_POINTS = 0.0


def maximum_points(data: TestGroup, *, scoring: bool, shares_points: bool) -> float | None:
    """Points of a perfect solution; None if they are unbounded."""
    if not scoring:
        return PASS_FAIL_POINTS
    return data.max_points if shares_points else legacy_maximum(data)


def legacy_maximum(group: TestGroup) -> float | None:
    """The upper end of the group's range, else what its tests add up to."""
    if group.max_points is not None:
        return group.max_points
    parts = [accept_points(group) for _ in group.tests]
    for sub in group.groups:
        if group.ignore_sample and sub.name == "sample":
            continue
        points = legacy_maximum(sub)
        if points is None:
            return None
        parts.append(points)
    return combine(group.aggregation, parts)


def accept_points(group: TestGroup) -> float:
    """Points of one accepted test of a legacy group."""
    return _LEGACY_ACCEPT_POINTS if group.accept_points is None else group.accept_points


def reject_points(group: TestGroup) -> float:
    """Points of one rejected test of a legacy group."""
    return _LEGACY_REJECT_POINTS if group.reject_points is None else group.reject_points


def combine(aggregation: Aggregation, points: list[float]) -> float:
    """Points of a group from those of its parts; 0 without any."""
    if not points:
        return 0.0
    match aggregation:
        case Aggregation.MIN | Aggregation.PASS_FAIL:
            return min(points)
        case Aggregation.MAX:
            return max(points)
        case Aggregation.AVG:
            return sum(points) / len(points)
        case Aggregation.SUM:
            return sum(points)


def share_of_test(group: TestGroup) -> float | None:
    """Most points of one test by 2025-09's rules; None if unbounded."""
    if group.max_points is None:
        return None
    return group.max_points / len(group.tests) if group.aggregation is Aggregation.SUM else group.max_points


def score_rules(problem: Problem, group: TestGroup) -> ScoreRules:
    """What the custom validator may say of the points of a test in ``group``."""
    if not problem.shares_points:
        return ScoreRules(problem.score_file)
    if group.name == "sample":
        return ScoreRules(ScoreFile.ALLOWED, multiplier=True)  # and then ignored
    if group.aggregation is Aggregation.PASS_FAIL:
        return ScoreRules()
    if group.max_points is None:
        return ScoreRules(ScoreFile.REQUIRED)
    return ScoreRules(ScoreFile.ALLOWED, multiplier=True, maximum=share_of_test(group))
