"""Grade the answers of a kept interview later on."""

from collections.abc import Callable

from jobcoach.interview.grading.grade import Grade, Grader
from jobcoach.interview.session.events import Regraded
from jobcoach.interview.session.exchange import grade_exchange, is_ungraded
from jobcoach.interview.session.journal import open_journal
from jobcoach.interview.session.log import Clock, InterviewLog
from jobcoach.interview.session.transcript import QuestionRecord, Transcript

OFFLINE = "offline"
_STAYS_AWAY = ("model_unavailable", "budget_spent")
Regradings = Callable[[int, Grade], None]
"""Told of each question's number and new grade as soon as it is kept."""


def grade_again(
    log: InterviewLog,
    interview_id: str,
    grader: Grader,
    *,
    clock: Clock,
    on_grade: Regradings | None = None,
) -> Transcript:
    """Grade what is ungraded, and what the offline grader graded if this one is a model.

    A grade that cannot be had changes nothing; when the model is away or the budget
    spent, the rest is not tried. Raises InputError if the interview cannot be read.
    """
    return _grade(log, interview_id, grader, clock, on_grade, lambda record: _is_due(record, grader))


def grade_all_again(
    log: InterviewLog,
    interview_id: str,
    grader: Grader,
    *,
    clock: Clock,
    on_grade: Regradings | None = None,
) -> Transcript:
    """``grade_again`` for every answered question, whoever graded it before."""
    return _grade(log, interview_id, grader, clock, on_grade, lambda record: bool(record.answers))


def _is_due(record: QuestionRecord, grader: Grader) -> bool:
    by_offline = record.grade is not None and record.grade.grader == OFFLINE
    return is_ungraded(record) or (bool(record.answers) and by_offline and grader.name != OFFLINE)


def _grade(
    log: InterviewLog,
    interview_id: str,
    grader: Grader,
    clock: Clock,
    on_grade: Regradings | None,
    is_wanted: Callable[[QuestionRecord], bool],
) -> Transcript:
    journal = open_journal(log, interview_id, clock)
    for number, record in enumerate(journal.transcript.questions, 1):
        if not is_wanted(record):
            continue
        grade = grade_exchange(record, grader)
        if grade.status == "graded":
            journal.commit(Regraded(number=number, grade=grade))
        if on_grade is not None:
            on_grade(number, grade)
        if grade.cause in _STAYS_AWAY:
            break
    return journal.transcript
