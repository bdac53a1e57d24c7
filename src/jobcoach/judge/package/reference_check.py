"""Whether a reference submission did what its package says of it."""

from collections.abc import Mapping, Sequence

from jobcoach.judge.package.glob import glob_matches
from jobcoach.judge.package.model import ReferenceSubmission, Requirement
from jobcoach.judge.package.scoring import Score
from jobcoach.judge.results import TestResult
from jobcoach.judge.verdicts import Verdict

# Points are sums of shares such as 100 / 3.
_POINTS_TOLERANCE = 1e-6


def unmet_expectations(
    reference: ReferenceSubmission,
    verdict: Verdict,
    score: Score | None,
    tests: Sequence[TestResult],
    judge_messages: Mapping[str, str] | None = None,
) -> tuple[str, ...]:
    """What was expected and did not come true; empty if all did.

    ``score`` is None when no test ran (CE). ``judge_messages`` are those of the
    output validator, by test name. Requirements of 2025-09 look at each test,
    so the submission should have run with ``Stop.NEVER``.
    """
    if reference.requirements and verdict not in (Verdict.CE, Verdict.JE):
        messages = judge_messages or {test.name: test.message for test in tests}
        unmet = [text for r in reference.requirements for text in _unmet(r, score, tests, messages)]
    elif verdict in reference.expected:
        unmet = []
    else:
        unmet = [f"got {verdict}, expected {_listed(reference.expected)}"]
    if reference.points and score:
        unmet += _outside(reference.points, score.points, "")
    return tuple(unmet)


def _unmet(
    requirement: Requirement, score: Score | None, tests: Sequence[TestResult], messages: Mapping[str, str]
) -> list[str]:
    concerned = [
        test for test in tests if not requirement.tests or glob_matches(requirement.tests, test.name)
    ]
    on = f" on {requirement.tests}" if requirement.tests else ""
    unmet: list[str] = []
    if requirement.permitted is not None:
        unmet += [
            f"{test.name} got {test.verdict}, permitted{on} {_listed(requirement.permitted)}"
            for test in concerned
            if test.verdict not in requirement.permitted
        ][:1]
    if requirement.required is not None and not any(t.verdict in requirement.required for t in concerned):
        unmet.append(f"no test{on} got {_listed(requirement.required)}")
    if requirement.message and not any(requirement.message in messages.get(t.name, "") for t in concerned):
        unmet.append(f"no judge message{on} says {requirement.message!r}")
    if requirement.points and score:
        unmet += _outside(requirement.points, _points_of(requirement.tests, score), on)
    return unmet


def _points_of(group: str, score: Score) -> float:
    if not group:
        return score.points
    return sum(line.points or 0.0 for line in score.groups if line.name == group)


def _outside(bounds: tuple[float, float], points: float, on: str) -> list[str]:
    low, high = bounds
    if low - _POINTS_TOLERANCE <= points <= high + _POINTS_TOLERANCE * (low == high):
        return []
    wanted = f"{low:g}" if low == high else f"{low:g} to {high:g}"
    return [f"got {points:g} points{on}, expected {wanted}"]


def _listed(verdicts: frozenset[Verdict]) -> str:
    return " or ".join(verdict.value for verdict in Verdict if verdict in verdicts)
