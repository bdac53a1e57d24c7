"""From tests' outcomes to verdict and points, in both formats, and which tests still matter."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.judge.package.model import Aggregation, Problem, ScoreFile, TestCase, TestGroup
from jobcoach.judge.package.points import maximum_points, score_rules
from jobcoach.judge.package.schedule import TestSchedule
from jobcoach.judge.package.scoring import Outcome, Score, Stop, aggregate
from jobcoach.judge.package.scoring import tests_below as every_test
from jobcoach.judge.verdicts import Verdict

AC, WA, TLE, RTE, JE = Verdict.AC, Verdict.WA, Verdict.TLE, Verdict.RTE, Verdict.JE


def group(name: str, count: int = 0, *groups: TestGroup, **settings: object) -> TestGroup:
    tests = tuple(
        TestCase(f"{name}/{n}".lstrip("/"), name, Path(f"{n}.in"), Path(f"{n}.ans"))
        for n in range(1, count + 1)
    )
    return TestGroup(name, tests, groups, **settings)  # type: ignore[arg-type]  # a table of settings


def problem(data: TestGroup, *, scoring: bool = False, shares: bool = False, **settings: object) -> Problem:
    return Problem(
        id="p",
        root=Path("p"),
        format="2025-09" if shares else "legacy",
        version="0" * 64,
        names={},
        statements={},
        data=data,
        scoring=scoring,
        shares_points=shares,
        maximum_points=maximum_points(data, scoring=scoring, shares_points=shares),
        **settings,  # type: ignore[arg-type]  # a table of settings
    )


def graded(of: Problem, stop: Stop = Stop.AS_PACKAGE, /, **verdicts: Verdict | Outcome) -> Score:
    """Grade of outcomes given as ``secret_1=WA``; tests that are not given are AC."""
    outcomes = {test.name: Outcome(AC) for test in every_test(of.data)}
    for name, verdict in verdicts.items():
        assert name.replace("_", "/") in outcomes
        outcomes[name.replace("_", "/")] = verdict if isinstance(verdict, Outcome) else Outcome(verdict)
    return aggregate(of, outcomes, stop)


PASS_FAIL = problem(group("", 0, group("sample", 1), group("secret", 3)))
# Two subtasks for 30 and 70 points, as a legacy package writes them.
LEGACY = problem(
    group(
        "",
        0,
        group(
            "sample", 1, aggregation=Aggregation.SUM, accept_points=0.0, max_points=0.0, break_on_reject=False
        ),
        group(
            "secret",
            0,
            group("secret/a", 2, aggregation=Aggregation.MIN, accept_points=30.0, max_points=30.0),
            group("secret/b", 3, aggregation=Aggregation.MIN, accept_points=70.0, max_points=70.0),
            aggregation=Aggregation.SUM,
            accept_if_any_accepted=True,
            break_on_reject=False,
        ),
        aggregation=Aggregation.SUM,
        ignore_sample=True,
        break_on_reject=False,
    ),
    scoring=True,
)
NEWER = problem(
    group(
        "",
        0,
        group("sample", 1),
        group(
            "secret",
            0,
            group("secret/a", 2, max_points=20.0, requires=("sample",)),
            group("secret/b", 4, max_points=50.0, aggregation=Aggregation.SUM, break_on_reject=False),
            group("secret/c", 2, max_points=30.0, aggregation=Aggregation.MIN, requires=("secret/a",)),
            aggregation=Aggregation.SUM,
            max_points=100.0,
            break_on_reject=False,
        ),
        aggregation=Aggregation.SUM,
        max_points=100.0,
        break_on_reject=False,
    ),
    scoring=True,
    shares=True,
)


def test_pass_fail_is_all_or_nothing() -> None:
    assert (graded(PASS_FAIL).verdict, graded(PASS_FAIL).points, graded(PASS_FAIL).max_points) == (
        AC,
        100.0,
        100.0,
    )
    failed = graded(PASS_FAIL, secret_2=TLE, secret_3=WA)
    assert (failed.verdict, failed.points) == (TLE, 0.0)
    assert [(g.name, g.verdict, g.points, g.passed, g.tests) for g in failed.groups] == [
        ("sample", AC, None, 1, 1),
        ("secret", TLE, None, 1, 3),
    ]


def test_legacy_groups() -> None:
    assert (graded(LEGACY).verdict, graded(LEGACY).points, graded(LEGACY).max_points) == (AC, 100.0, 100.0)
    part = graded(LEGACY, secret_b_2=TLE)
    assert (part.verdict, part.points) == (AC, 30.0)
    assert [(g.name, g.points, g.max_points) for g in part.groups] == [
        ("sample", 0.0, 0.0),
        ("secret", 30.0, 100.0),
        ("secret/a", 30.0, 30.0),
        ("secret/b", 0.0, 70.0),
    ]
    none = graded(LEGACY, secret_a_1=WA, secret_b_3=RTE)
    assert (none.verdict, none.points) == (WA, 0.0)
    assert graded(LEGACY, sample_1=WA).points == 100.0  # ignore_sample


@pytest.mark.parametrize(
    ("settings", "verdicts", "expected", "points"),
    [
        ({"first_error": True}, [AC, WA, RTE], WA, 0.0),
        ({"first_error": False}, [AC, WA, RTE], RTE, 0.0),
        ({"first_error": False, "break_on_reject": True}, [AC, WA, RTE], WA, 0.0),
        ({"accept_if_any_accepted": True}, [WA, WA, AC], AC, 1.0),
        ({"always_accept": True}, [WA, TLE, AC], AC, 1.0),
        (
            {"always_accept": True, "aggregation": Aggregation.AVG, "reject_points": 0.5},
            [WA, AC, AC],
            AC,
            2.5 / 3,
        ),
        (
            {"always_accept": True, "aggregation": Aggregation.MAX, "accept_points": 7.0},
            [WA, AC, AC],
            AC,
            7.0,
        ),
        (
            {"always_accept": True, "aggregation": Aggregation.MIN, "reject_points": -1.0},
            [AC, WA, AC],
            AC,
            -1.0,
        ),
        ({"always_accept": True, "max_points": 1.5}, [AC, AC, AC], AC, 1.5),
        ({"always_accept": True}, [AC, JE, AC], JE, 0.0),
    ],
)
def test_flags_of_the_legacy_grader(
    settings: dict[str, object], verdicts: list[Verdict], expected: Verdict, points: float
) -> None:
    settings = {"aggregation": Aggregation.SUM, "break_on_reject": False} | settings
    one = problem(
        group("", 0, group("secret", 3, **settings), aggregation=Aggregation.SUM, break_on_reject=False),
        scoring=True,
    )
    outcomes = {f"secret/{n}": Outcome(verdict) for n, verdict in enumerate(verdicts, start=1)}
    score = aggregate(one, outcomes)
    assert (score.verdict, score.points) == (expected, pytest.approx(points))


def test_newer_groups() -> None:
    assert (graded(NEWER).verdict, graded(NEWER).points) == (AC, 100.0)
    assert graded(NEWER, secret_b_1=WA, secret_b_3=WA).points == 75.0
    assert graded(NEWER, secret_b_1=WA).verdict == WA
    locked = graded(NEWER, secret_a_2=RTE)
    assert (locked.verdict, locked.points) == (RTE, 50.0)
    assert [(g.name, g.points, g.skipped) for g in locked.groups] == [
        ("sample", None, False),
        ("secret", 50.0, False),
        ("secret/a", 0.0, False),
        ("secret/b", 50.0, False),
        ("secret/c", 0.0, True),
    ]
    assert graded(NEWER, sample_1=WA).points == 50.0  # a needs the sample, c needs a
    shares = graded(NEWER, secret_b_1=Outcome(AC, multiplier=0.5), secret_c_2=Outcome(AC, points=10.0))
    assert shares.points == pytest.approx(20 + 43.75 + 10)


def test_what_validators_may_score() -> None:
    sample, secret = NEWER.data.groups
    a, b, c = secret.groups
    assert score_rules(NEWER, a).file is ScoreFile.FORBIDDEN
    assert (score_rules(NEWER, b).multiplier, score_rules(NEWER, b).maximum) == (True, 12.5)
    assert score_rules(NEWER, c).maximum == 30.0
    assert score_rules(NEWER, sample).file is ScoreFile.ALLOWED
    assert score_rules(LEGACY, secret).file is ScoreFile.FORBIDDEN


def test_a_missing_result_is_never_an_accepted_one() -> None:
    for of in (PASS_FAIL, LEGACY, NEWER):
        score = aggregate(of, {})
        assert (score.verdict, score.points) == (JE, 0.0)


@pytest.mark.parametrize(
    ("of", "stop", "reported", "left"),
    [
        (PASS_FAIL, Stop.AS_PACKAGE, {"secret/2": WA}, ["sample/1", "secret/1"]),
        (PASS_FAIL, Stop.AS_PACKAGE, {"sample/1": WA}, []),
        (PASS_FAIL, Stop.NEVER, {"sample/1": WA}, ["secret/1", "secret/2", "secret/3"]),
        (LEGACY, Stop.AS_PACKAGE, {"secret/a/1": WA}, ["sample/1", "secret/b/1", "secret/b/2", "secret/b/3"]),
        (LEGACY, Stop.FIRST_FAILURE, {"secret/a/1": WA}, ["sample/1"]),
        (NEWER, Stop.AS_PACKAGE, {"secret/a/1": WA}, ["sample/1"] + [f"secret/b/{n}" for n in range(1, 5)]),
        (NEWER, Stop.AS_PACKAGE, {"sample/1": TLE}, [f"secret/b/{n}" for n in range(1, 5)]),
    ],
)
def test_tests_that_no_longer_matter_drop_out(
    of: Problem, stop: Stop, reported: dict[str, Verdict], left: list[str]
) -> None:
    schedule = TestSchedule(of, stop)
    for name, verdict in reported.items():
        schedule.report(name, Outcome(verdict))
    assert [test.name for test in schedule.pending] == left


_problems = st.sampled_from([PASS_FAIL, LEGACY, NEWER])
_verdict = st.sampled_from([AC, AC, AC, WA, TLE, RTE])


@st.composite
def judged(draw: st.DrawFn) -> tuple[Problem, dict[str, Outcome]]:
    of = draw(_problems)
    tests = list(every_test(of.data))
    return of, {test.name: Outcome(draw(_verdict)) for test in tests}


@given(judged())
def test_points_stay_in_range_and_ac_needs_its_tests(case: tuple[Problem, dict[str, Outcome]]) -> None:
    of, outcomes = case
    score = aggregate(of, outcomes)
    assert score.max_points is not None
    assert 0 <= score.points <= score.max_points
    all_accepted = all(outcome.verdict is AC for outcome in outcomes.values())
    if all_accepted:
        assert (score.verdict, score.points) == (AC, score.max_points)
    if of is not LEGACY:
        assert (score.verdict is AC) == all_accepted
    assert all(
        g.points is None or g.max_points is None or 0 <= g.points <= g.max_points for g in score.groups
    )


@given(judged(), st.sampled_from([Stop.AS_PACKAGE, Stop.FIRST_FAILURE]), st.randoms())
def test_running_ahead_changes_nothing(
    case: tuple[Problem, dict[str, Outcome]], stop: Stop, random: Random
) -> None:
    """Any order of results within a window ends in the grade of running one by one."""
    of, outcomes = case
    schedule = TestSchedule(of, stop)
    ran: set[str] = set()
    while schedule.pending:
        window = schedule.pending[:3]
        test = random.choice(window)
        schedule.report(test.name, outcomes[test.name])
        ran.add(test.name)
    assert schedule.score() == aggregate(of, {name: outcomes[name] for name in ran}, stop)
    whole = aggregate(of, outcomes, stop)
    assert (schedule.score().verdict, schedule.score().points) == (whole.verdict, whole.points)


@given(judged())
def test_running_all_grades_as_breaking_off(case: tuple[Problem, dict[str, Outcome]]) -> None:
    of, outcomes = case
    assert aggregate(of, outcomes, Stop.NEVER) == aggregate(of, outcomes, Stop.AS_PACKAGE)
