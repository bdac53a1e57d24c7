"""Where the candidate stands: by topic, by problem, by repository, by day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from itertools import groupby
from statistics import fmean

from jobcoach.coach.record import Answered, Exercise, Judged, Record, Reviewed
from jobcoach.interview.planning.schedule import PastQuestion, due_dates

SOON = timedelta(days=7)
UNKNOWN_DIFFICULTY = 0


@dataclass(frozen=True, slots=True)
class DayScore:
    """The mean score (0 to 100) of what was graded on a day."""

    day: date
    score: float


@dataclass(frozen=True, slots=True)
class TopicProgress:
    """``score`` is the mean over the latest score of each question, ``days`` the way there.

    ``change`` is the latest day's score less that of the first day, None with one day.
    """

    topic: str
    score: float
    questions: int
    days: tuple[DayScore, ...]

    @property
    def change(self) -> float | None:
        """Points of 100 from the first day to the last."""
        return self.days[-1].score - self.days[0].score if len(self.days) > 1 else None


@dataclass(frozen=True, slots=True)
class Solved:
    """Problems of a topic or difficulty: solved, tried, and all there are."""

    solved: int
    tried: int
    total: int


@dataclass(frozen=True, slots=True)
class RepositoryProgress:
    """The reviews of a repository, oldest first."""

    location: str
    reviews: tuple[Reviewed, ...]


@dataclass(frozen=True, slots=True)
class Streak:
    """Days in a row on which something was done; ``current`` is 0 once a day was missed."""

    current: int
    longest: int
    days: int


@dataclass(frozen=True, slots=True)
class Progress:
    """All figures. ``due`` answers are due for repetition now, ``due_soon`` more within a week."""

    topics: tuple[TopicProgress, ...]
    by_problem_topic: Mapping[str, Solved]
    by_difficulty: Mapping[int, Solved]
    repositories: tuple[RepositoryProgress, ...]
    streak: Streak
    due: int
    due_soon: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been done yet."""
        return not (self.topics or self.repositories or self.streak.days)


def measure_progress(record: Record, now: datetime, since: date | None = None) -> Progress:
    """The figures of what was done from ``since`` on, in the time zone of ``now``.

    What is due, and which problems are solved, counts from the beginning.
    """
    zone = now.tzinfo
    recent = [each for each in record.answers if _day(each.at, zone) >= (since or date.min)]
    reviews = [each for each in record.reviews if _day(each.at, zone) >= (since or date.min)]
    moments = [each.at for each in recent] + [each.at for each in reviews]
    moments += [each.at for each in record.judgements if _day(each.at, zone) >= (since or date.min)]
    dates = due_dates(PastQuestion(each.question_id, each.score, each.at) for each in record.answers)
    return Progress(
        topics=tuple(_topics(recent, zone)),
        by_problem_topic=_by_topic(record.exercises, record.judgements),
        by_difficulty=_by_difficulty(record.exercises, record.judgements),
        repositories=tuple(_repositories(reviews)),
        streak=count_streak((_day(each, zone) for each in moments), now.date()),
        due=sum(each <= now for each in dates.values()),
        due_soon=sum(now < each <= now + SOON for each in dates.values()),
    )


def latest_scores(answers: Iterable[Answered]) -> dict[str, Answered]:
    """The latest graded answer of each question."""
    graded = [each for each in answers if each.score is not None]
    return {each.question_id: each for each in sorted(graded, key=lambda each: each.at)}


def count_streak(days: Iterable[date], today: date) -> Streak:
    """Runs of days in a row. Today need not be over: a run that ended yesterday goes on."""
    active = sorted(set(days))
    runs: list[list[date]] = []
    for day in active:
        if runs and day - runs[-1][-1] == timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    goes_on = bool(runs) and today - runs[-1][-1] <= timedelta(days=1)
    return Streak(len(runs[-1]) if goes_on else 0, max(map(len, runs), default=0), len(active))


def _day(moment: datetime, zone: tzinfo | None) -> date:
    return moment.astimezone(zone).date()


def _topics(answers: Sequence[Answered], zone: tzinfo | None) -> Iterator[TopicProgress]:
    """The weakest first: that is what to look at."""
    latest = latest_scores(answers)
    found = []
    for topic in dict.fromkeys(each.topic for each in latest.values()):
        now = [each.score for each in latest.values() if each.topic == topic and each.score is not None]
        graded = [each for each in answers if each.topic == topic and each.score is not None]
        found.append(TopicProgress(topic, fmean(now), len(now), tuple(_days(graded, zone))))
    yield from sorted(found, key=lambda each: (each.score, each.topic))


def _days(graded: Iterable[Answered], zone: tzinfo | None) -> Iterator[DayScore]:
    def day_of(each: Answered) -> date:
        return _day(each.at, zone)

    for day, answers in groupby(sorted(graded, key=day_of), key=day_of):
        yield DayScore(day, fmean(each.score for each in answers if each.score is not None))


def _counted(exercises: Sequence[Exercise], judgements: Iterable[Judged]) -> Solved:
    ids = {each.id for each in exercises}
    tried = {each.problem for each in judgements if each.problem in ids}
    solved = {each.problem for each in judgements if each.accepted and each.problem in ids}
    return Solved(len(solved), len(tried), len(ids))


def _by_topic(exercises: Sequence[Exercise], judgements: Sequence[Judged]) -> dict[str, Solved]:
    topics = sorted({topic for each in exercises for topic in each.topics})
    counted = {
        topic: _counted([each for each in exercises if topic in each.topics], judgements) for topic in topics
    }
    return {topic: solved for topic, solved in counted.items() if solved.tried}


def _by_difficulty(exercises: Sequence[Exercise], judgements: Sequence[Judged]) -> dict[int, Solved]:
    levels = sorted({each.difficulty or UNKNOWN_DIFFICULTY for each in exercises})
    return {
        level: _counted(
            [each for each in exercises if (each.difficulty or UNKNOWN_DIFFICULTY) == level], judgements
        )
        for level in levels
    }


def _repositories(reviews: Iterable[Reviewed]) -> Iterator[RepositoryProgress]:
    """The one reviewed last first."""
    by_time = sorted(reviews, key=lambda each: (each.at, each.id))
    for location in dict.fromkeys(each.location for each in reversed(by_time)):
        yield RepositoryProgress(location, tuple(each for each in by_time if each.location == location))
