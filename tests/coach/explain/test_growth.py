"""The class of growth: never a wrong one, whatever the noise; the right one where it shows."""

import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.coach.explain.growth import Growth, Timing, growth_of

CLASSES: dict[str, Callable[[float], float]] = {
    "n": lambda n: n,
    "n log n": lambda n: n * math.log2(n + 1),
    "n^2": lambda n: n * n,
    "n^2 log n": lambda n: n * n * math.log2(n + 1),
    "n^3": lambda n: n**3,
}
# What each may be called; a factor of log n is not told apart.
CALLED = {"n": "n", "n log n": "n", "n^2": "n^2", "n^2 log n": "n^2", "n^3": "n^3"}
BETWEEN = {
    "n^1.5": lambda n: n**1.5,
    "n^2.5": lambda n: n**2.5,
    "sqrt n": lambda n: n**0.5,
    "constant": lambda n: 1.0,
    "log n": lambda n: math.log2(n + 1),
}
QUADRATIC = [Timing(3, 0.01), Timing(2000, 0.05), Timing(5000, 0.26), Timing(10_000, 1.01)]

sizes = st.lists(st.integers(5, 500_000), min_size=3, max_size=20)
noise = st.floats(1 / 1.15, 1.15)


@st.composite
def timings(draw: st.DrawFn, cost: Callable[[float], float], limit: float = 4.0) -> list[Timing]:
    """Times of a program: start-up, cost by size, noise; stopped at the limit."""
    startup = draw(st.sampled_from([0.001, 0.012, 0.08]))
    counted = draw(sizes)
    scale = draw(st.floats(0.01, 20.0)) / cost(max(counted))
    found = [Timing(3, startup * draw(noise))]
    for size in counted:
        seconds = (startup + scale * cost(size)) * draw(noise)
        found.append(Timing(size, min(seconds, limit * 1.15), cut_off=seconds > limit * 1.15))
    return found


@pytest.mark.parametrize("name", sorted(CLASSES))
@given(data=st.data())
def test_never_a_wrong_class(name: str, data: st.DataObject) -> None:
    found = growth_of(data.draw(timings(CLASSES[name])))
    assert found is None or found.name == CALLED[name]


@pytest.mark.parametrize("name", sorted(BETWEEN))
@given(data=st.data())
def test_nothing_is_said_of_what_lies_between_classes(name: str, data: st.DataObject) -> None:
    assert growth_of(data.draw(timings(BETWEEN[name]))) is None


@given(
    st.lists(st.builds(Timing, st.integers(-1, 10**7), st.floats(allow_nan=True), st.booleans()), max_size=12)
)
def test_no_times_crash_it(found: list[Timing]) -> None:
    growth = growth_of(found)
    assert growth is None or growth.seconds_at(10**9) > 0


@given(st.lists(st.floats(0.02, 3.0), min_size=4, max_size=8))
def test_times_that_hang_on_something_else_than_the_size_say_nothing(seconds: list[float]) -> None:
    found = [Timing(2, 0.01), *(Timing(1000, each) for each in seconds)]
    assert growth_of(found) is None


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_a_class_is_named_where_it_shows(name: str) -> None:
    counted = [200, 800, 1600, 3200, 6400, 9600, 12800]
    scale = 3.0 / CLASSES[name](counted[-1])
    found = [Timing(2, 0.01)]
    found += [
        Timing(size, 0.01 + scale * CLASSES[name](size) * (1.05 if index % 2 else 0.95))
        for index, size in enumerate(counted)
    ]
    growth = growth_of(found)
    assert growth is not None
    assert growth.name == CALLED[name]


def test_doubling_with_each_value() -> None:
    found = [Timing(2, 0.01), *(Timing(size, 0.01 + 2.0 ** (size - 24)) for size in (18, 20, 21, 22, 23, 24))]
    growth = growth_of(found)
    assert growth is not None
    assert growth.name == "2^n"
    assert growth.seconds_at(27) == pytest.approx(8.0, rel=0.3)


def test_quadratic_that_was_stopped_is_told_with_what_it_would_need() -> None:
    found = [
        Timing(3, 0.01),
        Timing(2000, 0.05),
        Timing(5000, 0.26),
        Timing(10_000, 1.01),
        Timing(20_000, 1.01),
    ]
    growth = growth_of([*found[:-1], Timing(100_000, 2.4, cut_off=True)])
    assert growth is not None
    assert growth.name == "n^2"
    assert growth.seconds_at(100_000) == pytest.approx(100, rel=0.2)


def test_a_fast_test_of_another_shape_does_not_hide_the_slow_ones() -> None:
    found = [
        Timing(3, 0.01),
        Timing(2000, 0.05),
        Timing(5000, 0.26),
        Timing(10_000, 1.01),
        Timing(15_000, 0.03),
    ]
    growth = growth_of(found)
    assert growth is not None
    assert growth.name == "n^2"


def test_a_stop_that_the_class_cannot_explain_silences_it() -> None:
    linear = [Timing(3, 0.01), Timing(10_000, 0.1), Timing(100_000, 0.9), Timing(200_000, 1.8)]
    named = growth_of(linear)
    assert named is not None
    assert named.name == "n"
    assert growth_of([*linear, Timing(200_001, 20.0, cut_off=True)]) is None


def test_beyond_all_measure() -> None:
    assert Growth("2^n", 4, 20, 1.0, 0.0).seconds_at(10**9) == math.inf
