from hypothesis import given
from hypothesis import strategies as st

from jobcoach.interview.grading.grade import AnswerError, PointGrade, Verdict
from jobcoach.interview.grading.rubric import KeyPoint
from jobcoach.interview.grading.score import (
    ERROR_COST,
    MUST_CONTRADICTED_CAP,
    MUST_MISSED_CAP,
    score_of,
)

VERDICTS: dict[Verdict, float] = {"full": 1.0, "partial": 0.5, "none": 0.0, "contradicted": 0.0}


def graded(point_id: str, verdict: Verdict) -> PointGrade:
    return PointGrade(id=point_id, verdict=verdict, credit=VERDICTS[verdict])


def key(point_id: str, weight: float = 1.0, *, must: bool = False) -> KeyPoint:
    return KeyPoint(id=point_id, statement="s", weight=weight, must=must)


def test_credits_are_weighted() -> None:
    assert score_of([graded("a", "full"), graded("b", "none")], [key("a", 3), key("b")]) == 75


def test_a_contradicted_point_costs_half_its_weight() -> None:
    assert score_of([graded("a", "full"), graded("b", "contradicted")], [key("a"), key("b")]) == 25


def test_a_missed_must_caps_and_a_denied_one_caps_lower() -> None:
    keys = [key("a", must=True), *(key(f"k{n}") for n in range(9))]
    rest = [graded(f"k{n}", "full") for n in range(9)]
    assert score_of([graded("a", "none"), *rest], keys) == MUST_MISSED_CAP
    assert score_of(rest, keys) == MUST_MISSED_CAP
    assert score_of([graded("a", "contradicted"), *rest], keys) == MUST_CONTRADICTED_CAP
    assert score_of([graded("a", "partial"), *rest], keys) == 95


def test_errors_cost_and_unknown_points_do_not_count() -> None:
    error = AnswerError(quote="q", explanation="e")
    assert score_of([graded("a", "full"), graded("x", "full")], [key("a")], [error]) == 100 - ERROR_COST


def test_without_key_points_there_is_no_score_to_earn() -> None:
    assert score_of([], []) == 0


@given(st.lists(st.tuples(st.sampled_from(sorted(VERDICTS)), st.floats(0.1, 10), st.booleans()), max_size=8))
def test_the_score_is_on_the_scale_and_a_better_verdict_never_lowers_it(
    points: list[tuple[Verdict, float, bool]],
) -> None:
    keys = [key(str(n), weight, must=must) for n, (_, weight, must) in enumerate(points)]
    grades = [graded(str(n), verdict) for n, (verdict, _, _) in enumerate(points)]
    score = score_of(grades, keys)
    assert 0 <= score <= 100
    for n in range(len(grades)):
        better = [*grades[:n], graded(str(n), "full"), *grades[n + 1 :]]
        assert score_of(better, keys) >= score
