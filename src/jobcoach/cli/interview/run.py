"""One run of ``interview``: begin or take up, hold, report. What was answered outlives any end of it."""

import io
import os
import random
import shutil
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TextIO

from jobcoach.cli.context import AppContext, takes_colour
from jobcoach.cli.interruption import interruptible
from jobcoach.cli.interview.answers import Answers, read_answers
from jobcoach.cli.interview.clock import seconds_for
from jobcoach.cli.interview.grader import Graders, Reason, choose_grader
from jobcoach.cli.interview.open import OpenInterviews, open_interviews
from jobcoach.cli.interview.plan import make_plan
from jobcoach.cli.interview.report import check_report_file, report_result, report_whole
from jobcoach.cli.interview.request import LATEST, InterviewRequest
from jobcoach.cli.interview.screen import InterviewScreen
from jobcoach.cli.interview.session import Choice, End, Front, hold
from jobcoach.cli.interview.unattended import UnattendedFront
from jobcoach.cli.lines import Lines, StatusLine
from jobcoach.errors import InputError, JobcoachError
from jobcoach.interview.grading.grade import UngradedCause
from jobcoach.interview.session.conduct import Interview, start_interview, take_up_interview
from jobcoach.interview.session.speakable_id import speakable_id
from jobcoach.reports.style import Style
from jobcoach.store import Store
from jobcoach.text import one_line
from jobcoach.words import Words

_HISTORY_FILE = "interview-answers"  # `forget` removes it, too


def run_interview(app: AppContext, request: InterviewRequest) -> int:
    """Hold one interview; returns the exit code. Raises JobcoachError, KeyboardInterrupt."""
    request.check()
    check_report_file(request.markdown)
    answers = _answers(request)
    with (
        interruptible(),
        app.open_store() as store,
        open_interviews(app.locations.database.parent) as opened,
        choose_grader(app, request.model) as graders,
    ):
        interview, notes = _begin(app, request, store, opened, graders, answers)
        words = app.words if app.lang_given else Words(interview.transcript.lang)
        stream = _stream(app, attended=answers is None)
        screen = _screen(stream, words, interview)
        screen.begin(interview.transcript, notes)

        def reason(cause: UngradedCause) -> str:
            return graders.reason(cause, words)

        try:
            front: Front
            if answers is None:
                graders.warm_up()
                front = _terminal(app, request, interview, screen, stream, reason)
            else:
                away: Choice = "pause" if request.when_model_fails == "pause" else "offline"
                front = UnattendedFront(screen, answers, away, interview.transcript, reason)
            end = hold(interview, front)
        except KeyboardInterrupt:
            screen.clear()
            _leave(app, words, interview, request.markdown)
            raise
        except JobcoachError:
            screen.clear()
            raise
        _tell_unused(app, words, interview, answers)
        return _end(app, words, interview, request.markdown, end)


def _answers(request: InterviewRequest) -> Answers | None:
    """The answers if nobody attends; None for a person at a terminal. Raises InputError."""
    attended = request.answers is None and (sys.stdin.isatty() or _terminal_beside_posting(request))
    if attended:
        return None
    if request.when_model_fails == "ask":
        raise InputError("--when-model-fails ask needs a terminal", mend="--when-model-fails offline")
    if request.posting == "-" and request.answers is None:
        raise InputError("there are no answers", why="standard input is the posting", mend="--answers FILE")
    return read_answers(request.answers if request.answers is not None else "-")


def _terminal_beside_posting(request: InterviewRequest) -> bool:
    """Whether the pipe is the posting's, and who answers sits at the other streams' terminal."""
    return request.posting == "-" and (sys.stdout.isatty() or sys.stderr.isatty())


def _begin(
    app: AppContext,
    request: InterviewRequest,
    store: Store,
    opened: OpenInterviews,
    graders: Graders,
    answers: Answers | None,
) -> tuple[Interview, tuple[str, ...]]:
    """The interview, begun or taken up, and what its plan has to say."""
    if request.resume is not None:
        wanted = opened.hold_latest(store) if request.resume == LATEST else request.resume
        if wanted is not None:
            opened.hold(wanted)  # who names an interview takes it over
        return take_up_interview(
            store.interviews, wanted, grader=graders.grader, clock=_now, offline=graders.offline
        ), ()
    answered = answers.by_id if answers is not None else ()
    plan = make_plan(app, request, store, answered, graders.posting_reader)
    interview = start_interview(
        store.interviews,
        plan,
        lang=app.lang,
        mode=request.mode,
        grader=graders.grader,
        clock=_now,
        new_id=partial(speakable_id, random.SystemRandom()),
        offline=graders.offline,
        prepare=graders.prepare,
    )
    opened.hold(interview.id)
    return interview, plan.notes


def _terminal(
    app: AppContext,
    request: InterviewRequest,
    interview: Interview,
    screen: InterviewScreen,
    stream: TextIO,
    reason: Reason,
) -> Front:
    # 200 ms, of no use to a run that nobody attends
    from jobcoach.cli.interview.input import AnswerInput, read_terminal_as_utf_8
    from jobcoach.cli.interview.terminal import TerminalFront

    read_terminal_as_utf_8()
    mode = interview.transcript.mode
    return TerminalFront(
        screen,
        AnswerInput(screen.words, stream, app.locations.database.parent / _HISTORY_FILE),
        AnswerInput(screen.words, stream, None),
        seconds_for=lambda ask: seconds_for(ask, mode, request.seconds_per_question),
        when_model_fails=request.when_model_fails or "ask",
        reason=reason,
    )


def _stream(app: AppContext, *, attended: bool) -> TextIO:
    """Where the conversation is seen: never where the document of ``--json`` goes."""
    if attended:
        return sys.stdout if sys.stdout.isatty() and not app.json else sys.stderr
    if app.quiet:
        return io.StringIO()
    return sys.stderr if app.json else sys.stdout


def _screen(stream: TextIO, words: Words, interview: Interview) -> InterviewScreen:
    colour = takes_colour(stream)
    moves = stream.isatty() and os.environ.get("TERM") != "dumb"
    lines = Lines(stream, StatusLine(stream, shutil.get_terminal_size().columns, shown=moves))

    def style() -> Style:
        return Style(columns=shutil.get_terminal_size().columns, colour=colour)

    return InterviewScreen(lines, words, style, interview.transcript.mode)


def _leave(app: AppContext, words: Words, interview: Interview, markdown: Path | None) -> None:
    """Pause an interview that was interrupted; the terminal may be gone already."""
    if interview.transcript.status == "open":
        interview.pause()
    _end(app, words, interview, markdown, "paused")


def _end(app: AppContext, words: Words, interview: Interview, markdown: Path | None, end: End) -> int:
    transcript = interview.transcript
    if end == "paused":
        app.remark(words("interview.paused", id=transcript.id))
    if end == "finished" or app.json or markdown is not None:
        report = report_whole if transcript.mode == "exam" else report_result
        report(app, words, transcript, markdown)
    return 0


def _tell_unused(app: AppContext, words: Words, interview: Interview, answers: Answers | None) -> None:
    if answers is None:
        return
    planned = {record.planned.id for record in interview.transcript.questions}
    if (surplus := len(answers.in_order) - len(planned)) > 0:
        app.remark(words("interview.surplus_answers", count=surplus))
    if unused := sorted(set(answers.by_id) - planned):
        app.remark(words("interview.not_asked_answers", ids=one_line(", ".join(unused))))


def _now() -> datetime:
    return datetime.now(UTC)
