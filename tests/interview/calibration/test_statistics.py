"""Figures against worked examples and against what must always hold."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.interview.calibration import statistics as stats

# Anscombe's first quartet: r = 0.81642, line 3.00 + 0.500 x.
X = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
Y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
SCORES = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=2, max_size=40)


def test_pearson_and_line_of_anscombes_quartet() -> None:
    assert stats.pearson(X, Y) == pytest.approx(0.81642, abs=1e-5)
    offset, slope = stats.sums(X, Y).line()
    assert (offset, slope) == pytest.approx((3.00, 0.500), abs=1e-3)


def test_spearman_shares_ranks_among_ties() -> None:
    assert stats.ranks([30, 10, 20, 20]) == [4, 1, 2.5, 2.5]
    # The example of scipy.stats.spearmanr's manual.
    assert stats.spearman([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]) == pytest.approx(0.8207826816681233)
    assert stats.spearman([1, 10, 100], [1, 2, 3]) == pytest.approx(1)


def test_kappa_of_a_worked_example() -> None:
    # By hand: observed (1 + 4) / 5 = 1; expected 23/5 + 18/5 - 2 * 9/5 * 8/5 = 2.44.
    assert stats.quadratic_weighted_kappa([0, 1, 2, 3, 3], [0, 2, 2, 3, 1], 3) == pytest.approx(1 - 1 / 2.44)
    assert stats.quadratic_weighted_kappa([2.5], [3.4], 5) is None
    assert stats.quadratic_weighted_kappa([2.5, 1], [3.4, 0.6], 5) == pytest.approx(1)
    assert stats.quadratic_weighted_kappa([0.2, 1.0], [0.2, 1.0], 1) == pytest.approx(1)


def test_errors() -> None:
    assert stats.mae([1, 2, 3], [2, 2, 5]) == pytest.approx(1)
    assert stats.rmse([1, 2, 3], [2, 2, 5]) == pytest.approx(math.sqrt(5 / 3))
    assert stats.bias([1, 2, 3], [2, 2, 5]) == pytest.approx(-1)


def test_what_is_not_defined_is_none() -> None:
    assert stats.pearson([1, 1, 1], [1, 2, 3]) is None
    assert stats.pearson([0.1] * 7, [0.3] * 7) is None
    assert stats.pearson([1], [1]) is None
    assert stats.spearman([], []) is None
    assert stats.mae([], []) is None
    assert stats.rmse([], []) is None
    assert stats.rescaled([1, 2], [1, 2], ["a", "a"]) is None
    assert stats.interval([stats.sums([1, 1], [1, 1])], lambda part: part.pearson) is None


def test_the_line_is_fitted_on_the_other_questions_alone() -> None:
    x = [0, 1, 0, 2, 5, 9]
    y = [1, 3, 1, 5, 100, -7]
    groups = ["a", "a", "b", "b", "c", "c"]
    fitted = stats.rescaled(x, y, groups)
    assert fitted is not None
    assert fitted[4:] == pytest.approx([11, 19])  # y = 1 + 2 x on a and b; c's own scores change nothing
    assert stats.rescaled(x, [1, 3, 1, 5, 0, 0], groups)[4:] == pytest.approx([11, 19])  # type: ignore[index] # not None


@given(SCORES)
def test_kappa_is_that_of_the_definition(pairs: list[tuple[int, int]]) -> None:
    n = len(pairs)
    observed = expected = Fraction(0)
    for i in range(6):
        for j in range(6):
            weight = Fraction((i - j) ** 2, 25)
            observed += weight * Fraction(sum(pair == (i, j) for pair in pairs), n)
            expected += (
                weight
                * Fraction(sum(a == i for a, _ in pairs), n)
                * Fraction(sum(b == j for _, b in pairs), n)
            )
    found = stats.quadratic_weighted_kappa([a for a, _ in pairs], [b for _, b in pairs], 5)
    if expected == 0:
        assert found is None
    else:
        assert found == pytest.approx(float(1 - observed / expected))


@given(SCORES, st.floats(0.1, 100), st.floats(-1e6, 1e6))
def test_correlation_stays_in_its_bounds_and_knows_no_scale(
    pairs: list[tuple[int, int]], slope: float, offset: float
) -> None:
    x, y = [a for a, _ in pairs], [b for _, b in pairs]
    for measure in (stats.pearson, stats.spearman):
        found = measure(x, y)
        if found is None:
            assert len(set(x)) == 1 or len(set(y)) == 1
            continue
        assert -1 <= found <= 1
        assert measure(y, x) == pytest.approx(found)
        assert measure([slope * value + offset for value in x], y) == pytest.approx(found, abs=1e-4)


@given(
    st.lists(
        st.tuples(st.sampled_from("abcd"), st.integers(0, 5), st.integers(0, 5)), min_size=4, max_size=60
    )
)
def test_the_interval_is_the_same_each_time_and_in_order(rows: list[tuple[str, int, int]]) -> None:
    groups, x, y = zip(*rows, strict=True)
    parts = stats.by_group(x, y, groups)
    assert sum(part.n for part in parts.values()) == len(rows)
    found = stats.interval(list(parts.values()), lambda part: part.pearson)
    assert found == stats.interval(list(parts.values()), lambda part: part.pearson)
    assert found is None or -1 <= found[0] <= found[1] <= 1


def test_a_difference_of_nothing_is_nothing() -> None:
    parts = stats.by_group(X, Y, list("aabbccddeef"))
    assert stats.difference_interval(parts, parts, lambda part: part.pearson) == (0, 0)
