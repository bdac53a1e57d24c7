"""What an interview comes to: scores, the points missed, what to study next.

A question that was skipped was shown and not graded: it is counted by itself and
takes no part in any score, but all of it is there to be studied.
"""

from collections.abc import Iterable, Iterator
from statistics import fmean

from pydantic import BaseModel, ConfigDict

from jobcoach.interview.grading.grade import PointGrade, Verdict
from jobcoach.interview.session.transcript import QuestionRecord, Transcript

_MISSED = ("partial", "none", "contradicted")
_STUDY_MAX = 5


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class MissedPoint(_Frozen):
    """A key point that was not made in full. ``quotes`` are the candidate's words about it."""

    question_id: str
    point_id: str
    statement: str
    must: bool
    verdict: Verdict
    quotes: tuple[str, ...] = ()
    reasoning: str = ""


class Study(_Frozen):
    """A question to read up on. ``lost`` is the share of its weight that was missed, 0 to 1."""

    question_id: str
    topic: str
    question: str
    lost: float
    statements: tuple[str, ...]
    reference: str


class Summary(_Frozen):
    """The result of an interview.

    ``score`` is the mean of the graded questions' scores, 0 to 100, None if
    there are none; ``by_topic`` has only topics with graded questions, in the order in
    which they came. ``missed`` is in the order of the interview; ``study`` has what
    cost most first. ``unanswered`` were planned but never answered nor skipped.
    """

    score: float | None
    by_topic: dict[str, float]
    missed: tuple[MissedPoint, ...]
    study: tuple[Study, ...]
    graded: int
    ungraded: int
    skipped: int
    unanswered: int


def summarise(transcript: Transcript) -> Summary:
    """The result of an interview as it stands, finished or not."""
    records = transcript.questions
    graded = [record for record in records if is_graded(record)]
    topics = dict.fromkeys(record.planned.topic for record in graded)
    return Summary(
        score=_mean(graded),
        by_topic={
            topic: _mean(each for each in graded if each.planned.topic == topic) or 0.0 for topic in topics
        },
        missed=tuple(missed for record in graded for missed in _missed(record)),
        study=tuple(sorted(_study(records), key=lambda each: -each.lost)[:_STUDY_MAX]),
        graded=len(graded),
        ungraded=sum(bool(record.answers) and not is_graded(record) for record in records),
        skipped=sum(record.skipped for record in records),
        unanswered=sum(not record.answers and not record.skipped for record in records),
    )


def is_graded(record: QuestionRecord) -> bool:
    """Whether the question has a score."""
    return record.grade is not None and record.grade.score is not None


def _mean(graded: Iterable[QuestionRecord]) -> float | None:
    scores = [record.grade.score for record in graded if record.grade and record.grade.score is not None]
    return fmean(scores) if scores else None


def _points(record: QuestionRecord) -> dict[str, PointGrade]:
    return {point.id: point for point in record.grade.points} if record.grade else {}


def _missed(record: QuestionRecord) -> Iterator[MissedPoint]:
    grades = _points(record)
    for point in record.planned.rubric.key_points:
        grade = grades.get(point.id)
        if grade is not None and grade.verdict in _MISSED:
            yield MissedPoint(
                question_id=record.planned.id,
                point_id=point.id,
                statement=point.statement,
                must=point.must,
                verdict=grade.verdict,
                quotes=grade.quotes,
                reasoning=grade.reasoning,
            )


def _study(records: Iterable[QuestionRecord]) -> Iterator[Study]:
    for record in records:
        lost, statements = _lost(record)
        if lost > 0:
            yield Study(
                question_id=record.planned.id,
                topic=record.planned.topic,
                question=record.planned.rubric.question,
                lost=lost,
                statements=statements,
                reference=record.planned.rubric.reference,
            )


def _lost(record: QuestionRecord) -> tuple[float, tuple[str, ...]]:
    """The share of the weight that was missed, with the statements that were; heaviest first."""
    points = record.planned.rubric.key_points
    if record.skipped:
        return 1.0, tuple(point.statement for point in points)
    if not is_graded(record):
        return 0.0, ()
    grades = _points(record)
    costs = {
        point: point.weight * (1 - grades[point.id].credit)
        for point in points
        if point.id in grades and grades[point.id].verdict in _MISSED
    }
    if not points:
        return 1 - (record.grade.score or 0.0) / 100 if record.grade else 0.0, ()
    worst_first = sorted(costs, key=lambda point: -costs[point])
    return sum(costs.values()) / sum(point.weight for point in points), tuple(
        point.statement for point in worst_first
    )
