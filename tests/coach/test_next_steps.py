"""What is suggested, and in which order."""

from datetime import UTC, datetime, timedelta

from jobcoach.coach.next_steps import next_steps
from jobcoach.coach.record import Answered, Exercise, Judged, Record, Reviewed, Unfinished, Weakness

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
EXERCISES = (
    Exercise("easy-one", ("hash",), 1),
    Exercise("easy-two", ("string",), 1),
    Exercise("middle-hash", ("hash",), 2),
    Exercise("middle-graph", ("graph",), 2),
)


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def answers(*scores: tuple[str, float, float]) -> list[Answered]:
    return [Answered(name, name.partition(".")[0], score, ago(days)) for name, score, days in scores]


def kinds(record: Record) -> list[str]:
    return [step.kind for step in next_steps(record, NOW)]


def commands(record: Record) -> list[str]:
    return [step.command for step in next_steps(record, NOW)]


def test_who_begins_is_shown_each_of_the_three_jobs() -> None:
    assert commands(Record(exercises=EXERCISES)) == [
        "jobcoach interview -n 3",
        "jobcoach problems show easy-one",
        "jobcoach review .",
    ]


def test_what_was_begun_comes_first_and_what_is_due_follows() -> None:
    record = Record(
        answers=answers(("os.a", 90, 90), ("os.b", 85, 90)),
        unfinished=[Unfinished("bakedo", 2)],
        exercises=EXERCISES,
    )
    assert commands(record)[:2] == [
        "jobcoach interview --resume bakedo",
        "jobcoach interview --topic os -n 2",
    ]


def test_a_weak_topic_weighs_more_than_a_small_finding_and_names_its_worst_question() -> None:
    small = Weakness("R02", "No licence", "LICENSE", 1.2)
    record = Record(
        answers=answers(("os.a", 30, 0.1), ("os.b", 20, 0.1), ("java.c", 70, 0.1)),
        reviews=[Reviewed(7, "/a", None, 90.0, ago(1), (small,))],
        exercises=EXERCISES,
    )
    steps = next_steps(record, NOW)
    assert [step.kind for step in steps] == ["weakest_topic", "first_problem", "finding"]
    assert steps[0].values["question"] == "os.b"


def test_the_heaviest_finding_of_the_latest_review_is_named() -> None:
    heavy, light = Weakness("S01", "A key", "a.py:3", 6.0), Weakness("T01", "No tests", "", 3.0)
    old = Reviewed(1, "/a", None, 10.0, ago(9), (Weakness("C01", "Old", "", 30.0),))
    record = Record(reviews=[old, Reviewed(2, "/b", None, 60.0, ago(1), (light, heavy))])
    finding = next(step for step in next_steps(record, NOW) if step.kind == "finding")
    assert (finding.command, finding.values["review"]) == ("jobcoach review rules S01", 2)


def test_a_problem_that_was_not_accepted_is_tried_again() -> None:
    record = Record(
        judgements=[
            Judged("easy-one", accepted=False, at=ago(1)),
            Judged("easy-one", accepted=False, at=ago(0)),
        ],
        exercises=EXERCISES,
    )
    retry = next(step for step in next_steps(record, NOW) if step.kind == "retry_problem")
    assert retry.values == {"problem": "easy-one", "count": 2}


def test_after_two_problems_of_a_level_comes_the_next_with_what_was_practised_least() -> None:
    solved = [Judged(name, accepted=True, at=ago(1)) for name in ("easy-one", "easy-two")]
    assert "jobcoach problems show middle-graph" in commands(Record(judgements=solved, exercises=EXERCISES))


def test_nothing_is_suggested_to_who_is_good_at_all() -> None:
    record = Record(
        answers=answers(("os.a", 95, 0.1)),
        judgements=[Judged(each.id, accepted=True, at=ago(1)) for each in EXERCISES],
        reviews=[Reviewed(1, "/a", None, 100.0, ago(1))],
        exercises=EXERCISES,
    )
    assert kinds(record) == []
