from datetime import UTC, datetime, timedelta, timezone

import pytest
from fsrs import Rating
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.interview.planning.schedule import PastQuestion, due, due_dates, rating

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SCORES = st.none() | st.floats(0, 100)
HISTORY = st.lists(
    st.builds(
        PastQuestion,
        st.sampled_from(["os.a", "os.b", "os.c"]),
        SCORES,
        st.integers(0, 60 * 24 * 400).map(lambda minutes: NOW + timedelta(minutes=minutes)),
    ),
    max_size=20,
)


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (100, Rating.Easy),
        (85, Rating.Easy),
        (84.9, Rating.Good),
        (60, Rating.Good),
        (59.9, Rating.Hard),
        (40, Rating.Hard),
        (39.9, Rating.Again),
        (0, Rating.Again),
    ],
)
def test_ratings(score: float, expected: Rating) -> None:
    assert rating(score) is expected


def test_the_better_the_answer_the_later_it_is_due_again() -> None:
    dates = [due_dates([PastQuestion("os.a", score, NOW)])["os.a"] for score in (0, 50, 70, 100)]
    assert dates == sorted(dates)
    assert dates[0] == NOW + timedelta(days=1)
    assert dates[-1] > NOW + timedelta(days=3)


def test_what_is_known_again_and_again_comes_ever_more_seldom() -> None:
    history, at, gaps = [], NOW, []
    for _ in range(4):
        history.append(PastQuestion("os.a", 90, at))
        date = due_dates(history)["os.a"]
        gaps.append(date - at)
        at = date
    assert gaps == sorted(set(gaps))


def test_what_is_due_longest_comes_first_and_ungraded_ones_do_not() -> None:
    history = [
        PastQuestion("os.late", 0, NOW),
        PastQuestion("os.later", 0, NOW - timedelta(days=3)),
        PastQuestion("os.known", 100, NOW),
        PastQuestion("os.skipped", None, NOW - timedelta(days=30)),
    ]
    assert due(history, NOW) == ("os.later",)
    assert due(history, NOW + timedelta(days=1)) == ("os.later", "os.late")


def test_times_of_any_zone_are_taken() -> None:
    seoul = timezone(timedelta(hours=9))
    there, here = (PastQuestion("os.a", 70, at) for at in (NOW.astimezone(seoul), NOW))
    assert due_dates([there]) == due_dates([here])


@given(HISTORY, st.randoms())
def test_the_order_in_which_the_history_is_told_does_not_matter(history: list[PastQuestion], chance) -> None:
    distinct = list({each.at: each for each in history}.values())
    dates = due_dates(distinct)
    chance.shuffle(distinct)
    assert due_dates(distinct) == dates


@given(HISTORY)
def test_every_graded_question_is_due_a_day_or_more_after_it_was_asked(history: list[PastQuestion]) -> None:
    dates = due_dates(history)
    graded = [each for each in history if each.score is not None]
    assert set(dates) == {each.question_id for each in graded}
    for question_id, date in dates.items():
        assert date >= max(each.at for each in graded if each.question_id == question_id) + timedelta(days=1)
    assert due_dates(history) == dates
