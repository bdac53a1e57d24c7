"""Streaks, topics, problems and repositories, from plain values."""

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from jobcoach.coach.progress import count_streak, measure_progress
from jobcoach.coach.record import Answered, Exercise, Judged, Record, Reviewed

NOW = datetime(2026, 11, 23, 21, 0, tzinfo=timezone(timedelta(hours=9)))


def ago(days: float) -> datetime:
    return (NOW - timedelta(days=days)).astimezone(UTC)


def answered(question: str, score: float | None, days_ago: float) -> Answered:
    return Answered(question, question.partition(".")[0], score, ago(days_ago))


def test_a_topics_score_is_that_of_the_latest_answers_and_the_weakest_comes_first() -> None:
    record = Record(
        answers=[
            answered("os.thread", 20, 5),
            answered("os.thread", 90, 1),
            answered("os.page", 70, 1),
            answered("os.fork", None, 0),
            answered("network.tcp", 50, 1),
        ]
    )
    network, operating_systems = measure_progress(record, NOW).topics
    assert (network.topic, network.score, network.change) == ("network", 50, None)
    assert (operating_systems.score, operating_systems.questions) == (80, 2)
    assert [each.score for each in operating_systems.days] == [20, 80]
    assert operating_systems.change == 60


def test_days_are_those_of_the_candidates_clock() -> None:
    late = Answered("os.a", "os", 10, datetime(2026, 11, 21, 16, 0, tzinfo=UTC))  # 01:00 on the 22nd there
    [topic] = measure_progress(Record(answers=[late]), NOW).topics
    assert topic.days[0].day == date(2026, 11, 22)


def test_since_leaves_out_what_was_before_but_not_what_is_due_or_solved() -> None:
    record = Record(
        answers=[answered("os.a", 10, 60), answered("os.b", 90, 1)],
        judgements=[Judged("sum", accepted=True, at=ago(60))],
        reviews=[Reviewed(1, "/a", "c0ffee", 50.0, ago(60)), Reviewed(2, "/a", "beef", 70.0, ago(2))],
        exercises=[Exercise("sum", ("math",), 1), Exercise("tree", ("graph",), 3)],
    )
    progress = measure_progress(record, NOW, since=NOW.date() - timedelta(days=30))
    assert [topic.score for topic in progress.topics] == [90]
    assert [each.id for each in progress.repositories[0].reviews] == [2]
    assert progress.due == 1
    assert (progress.by_difficulty[1].solved, progress.by_difficulty[3].tried) == (1, 0)
    assert list(progress.by_problem_topic) == ["math"]


def test_problems_that_are_gone_do_not_count() -> None:
    record = Record(
        judgements=[Judged("gone", accepted=True, at=ago(0))], exercises=[Exercise("sum", (), None)]
    )
    progress = measure_progress(record, NOW)
    assert (progress.by_difficulty[0].solved, progress.by_difficulty[0].total) == (0, 1)
    assert progress.streak.current == 1


TODAY = date(2026, 11, 23)


def test_a_streak_goes_on_until_a_day_was_missed() -> None:
    def days(*back: int) -> list[date]:
        return [TODAY - timedelta(days=each) for each in back]

    assert count_streak(days(0, 0, 1, 2, 5, 6, 7, 8), TODAY).current == 3
    assert count_streak(days(1, 2), TODAY).current == 2
    assert count_streak(days(2, 3, 4), TODAY).current == 0
    assert count_streak(days(2, 3, 4), TODAY).longest == 3
    assert count_streak([], TODAY).longest == 0


@given(st.sets(st.integers(0, 60)))
def test_the_longest_run_is_at_least_the_current_and_at_most_all_days(back: set[int]) -> None:
    streak = count_streak([TODAY - timedelta(days=each) for each in back], TODAY)
    assert streak.current <= streak.longest <= streak.days == len(back)
