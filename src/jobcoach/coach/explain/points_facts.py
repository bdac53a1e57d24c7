"""Where the points went, group by group."""

from jobcoach.coach.explain.facts import GroupPoints, PartialPoints
from jobcoach.coach.explain.judged_task import JudgedTask
from jobcoach.judge.package.model import ScoreFile
from jobcoach.judge.package.scoring import GroupScore, Outcome, aggregate
from jobcoach.judge.verdicts import Verdict


def partial_points(judged: JudgedTask) -> PartialPoints | None:
    """The innermost groups of a problem with points, if any is short of its points.

    None where validators give points of their own: these are not kept test by test.
    """
    problem, result = judged.task.problem, judged.result
    if not problem.scoring or problem.score_file is not ScoreFile.FORBIDDEN:
        return None
    outcomes = {test.name: Outcome(test.verdict) for test in result.tests}
    score = aggregate(problem, outcomes, judged.task.options.stop)
    groups = tuple(_points(group) for group in _innermost(score.groups))
    if result.verdict is Verdict.CE or len(groups) < 2 or score.points != result.points:
        return None
    if all(group.max_points is None or group.points >= group.max_points for group in groups):
        return None
    return PartialPoints(groups)


def _innermost(groups: tuple[GroupScore, ...]) -> list[GroupScore]:
    """Groups with points that hold no other such group."""
    scored = [group for group in groups if group.points is not None and group.max_points != 0]
    return [
        group
        for group in scored
        if not any(other.name.startswith(f"{group.name}/") for other in scored)
        and not f"{group.name}/".startswith("sample/")
    ]


def _points(group: GroupScore) -> GroupPoints:
    return GroupPoints(group.name, group.points or 0.0, group.max_points, group.passed, group.tests)
