"""``interview grade``: grade the answers of a kept interview."""

from datetime import UTC, datetime
from pathlib import Path

from jobcoach.cli.context import AppContext
from jobcoach.cli.interruption import interruptible
from jobcoach.cli.interview.grader import choose_grader
from jobcoach.cli.interview.kept import resolve_id
from jobcoach.cli.interview.report import check_report_file, report_whole
from jobcoach.cli.interview.request import ModelRequest
from jobcoach.interview.grading.grade import Grade
from jobcoach.interview.session.exchange import is_ungraded
from jobcoach.interview.session.grade_again import grade_again, grade_all_again
from jobcoach.reports.interview_feedback import score_line
from jobcoach.words import Words

_MODEL_AWAY = 3


def grade_interview(
    app: AppContext, interview_id: str, wanted: ModelRequest, markdown: Path | None, *, everything: bool
) -> int:
    """Grade and report; returns 3 if answers stay ungraded because the model is away, else 0."""
    wanted.check()
    check_report_file(markdown)
    run = grade_all_again if everything else grade_again
    with interruptible(), app.open_store() as store:
        found = resolve_id(store, interview_id)
        with choose_grader(app, wanted) as graders:
            caused: set[str | None] = set()

            def graded(number: int, grade: Grade) -> None:
                caused.add(grade.cause)
                app.remark(f"{number}. {score_line(grade, app.words, app.style)}")
                if grade.cause not in (None, "no_rubric") and graders.failures:
                    app.remark(graders.reason(grade.cause, app.words))

            transcript = run(store.interviews, found, graders.grader, clock=_now, on_grade=graded)
    words = app.words if app.lang_given else Words(transcript.lang)
    report_whole(app, words, transcript, markdown)
    left = any(is_ungraded(record) for record in transcript.questions)
    return _MODEL_AWAY if left and caused & {"model_unavailable", "budget_spent"} else 0


def _now() -> datetime:
    return datetime.now(UTC)
