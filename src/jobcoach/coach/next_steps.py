"""The most useful things to do now, each with the command for it and why.

Each step has a weight: what was begun goes first, a topic weighs what it lacks to 100, answers
that are due weigh more the more they are. Of each kind there is one at most, so that three steps
are three things.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from jobcoach.coach.progress import latest_scores, measure_progress
from jobcoach.coach.record import Exercise, Record
from jobcoach.interview.planning.schedule import PastQuestion, due

STEPS = 3
GOOD_SCORE = 80.0
_GOAL_WEIGHT = 25.0
_ENOUGH_SOLVED = 2  # of one difficulty, before the next is suggested

Kind = Literal[
    "resume", "due", "weakest_topic", "finding", "retry_problem", "next_problem",
    "first_interview", "first_review", "first_problem",
]  # fmt: skip


_OF_GOAL: Mapping[str, tuple[Kind, ...]] = {
    "interview": ("due", "weakest_topic", "first_interview"),
    "portfolio": ("finding", "first_review"),
    "coding-test": ("retry_problem", "next_problem", "first_problem"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """``values`` are what the texts of this kind (``next.<kind>``) are filled with."""

    kind: Kind
    command: str
    weight: float
    values: Mapping[str, str | int | float] = field(default_factory=dict)


def next_steps(record: Record, now: datetime, goal: str = "all") -> tuple[Step, ...]:
    """At most three steps, the most useful first; those of the candidate's ``goal`` weigh more."""
    found = [step for find in _KINDS for step in find(record, now)]
    favoured = _OF_GOAL.get(goal, ())
    weights = {step.kind: step.weight + (_GOAL_WEIGHT if step.kind in favoured else 0) for step in found}
    return tuple(sorted(found, key=lambda each: -weights[each.kind])[:STEPS])


def _resume(record: Record, _now: datetime) -> Iterator[Step]:
    for interview in record.unfinished[:1]:
        yield Step("resume", f"jobcoach interview --resume {interview.id}", 100, {"count": interview.left})


def _due(record: Record, now: datetime) -> Iterator[Step]:
    past = [PastQuestion(each.question_id, each.score, each.at) for each in record.answers]
    waiting = due(past, now)
    if not waiting:
        return
    topic_of = {each.question_id: each.topic for each in record.answers}
    topics = list(dict.fromkeys(topic_of[each] for each in waiting))
    named = " ".join(f"--topic {topic}" for topic in topics[:3])
    yield Step(
        "due",
        f"jobcoach interview {named} -n {min(len(waiting), 5)}",
        60 + min(len(waiting), 20),
        {"count": len(waiting), "question": waiting[0]},
    )


def _weakest_topic(record: Record, now: datetime) -> Iterator[Step]:
    topics = [each for each in measure_progress(record, now).topics if each.score < GOOD_SCORE]
    for topic in topics[:1]:
        worst = min(
            (each for each in latest_scores(record.answers).values() if each.topic == topic.topic),
            key=lambda each: (each.score or 0.0, each.question_id),
        )
        yield Step(
            "weakest_topic",
            f"jobcoach interview --topic {topic.topic}",
            100 - topic.score,
            {
                "topic": topic.topic,
                "score": topic.score,
                "count": topic.questions,
                "question": worst.question_id,
            },
        )


def _finding(record: Record, _now: datetime) -> Iterator[Step]:
    latest = max(record.reviews, key=lambda each: (each.at, each.id), default=None)
    if latest is None or not latest.weaknesses:
        return
    heaviest = max(latest.weaknesses, key=lambda each: each.points)
    yield Step(
        "finding",
        f"jobcoach review rules {heaviest.rule}",
        40 + 2 * min(heaviest.points, 10),
        {"title": heaviest.title, "place": heaviest.place, "points": heaviest.points, "review": latest.id},
    )


def _problem(record: Record, _now: datetime) -> Iterator[Step]:
    solved = {each.problem for each in record.judgements if each.accepted}
    known = {each.id: each for each in record.exercises}
    tried = [each for each in record.judgements if each.problem in known and each.problem not in solved]
    if tried:
        last = max(tried, key=lambda each: each.at)
        count = sum(each.problem == last.problem for each in tried)
        yield Step(
            "retry_problem",
            f"jobcoach problems show {last.problem}",
            55,
            {"problem": last.problem, "count": count},
        )
    elif solved and (following := _following(record, solved)) is not None:
        yield Step(
            "next_problem",
            f"jobcoach problems show {following.id}",
            40,
            {
                "problem": following.id,
                "difficulty": following.difficulty or 1,
                "topics": ", ".join(following.topics[:2]),
            },
        )


def _following(record: Record, solved: set[str]) -> Exercise | None:
    """The unsolved problem of the candidate's level whose topics were practised least."""
    open_ = [each for each in record.exercises if each.id not in solved]
    done = [each for each in record.exercises if each.id in solved]
    level = 1
    while sum(each.difficulty == level for each in done) >= _ENOUGH_SOLVED:
        level += 1
    practised = [topic for each in done for topic in each.topics]
    return min(
        open_,
        key=lambda each: (
            abs((each.difficulty or level) - level),
            sum(map(practised.count, each.topics)) / max(len(each.topics), 1),
            each.id,
        ),
        default=None,
    )


def _first_interview(record: Record, _now: datetime) -> Iterator[Step]:
    if not record.answers and not record.unfinished:
        yield Step("first_interview", "jobcoach interview -n 3", 50)


def _first_problem(record: Record, _now: datetime) -> Iterator[Step]:
    if record.judgements or not record.exercises:
        return
    easiest = min(record.exercises, key=lambda each: (each.difficulty or 3, each.id))
    yield Step("first_problem", f"jobcoach problems show {easiest.id}", 49, {"problem": easiest.id})


def _first_review(record: Record, _now: datetime) -> Iterator[Step]:
    if not record.reviews:
        yield Step("first_review", "jobcoach review .", 48)


_KINDS: tuple[Callable[[Record, datetime], Iterator[Step]], ...] = (
    _resume, _due, _first_interview, _finding, _first_review, _weakest_topic, _problem, _first_problem,
)  # fmt: skip
