"""What is seen of a run while it goes on: a screen for one submission, many, or none.

Verdicts go to stdout, the moving status line to stderr; both are one terminal,
so the status is cleared before each line.
"""

import sys
import time
from collections.abc import Callable, Sequence
from typing import Protocol

from jobcoach.cli.context import AppContext
from jobcoach.cli.lines import Lines, StatusLine
from jobcoach.judge.events import Compiled, Event, Preparing, Started, TestDone
from jobcoach.judge.results import TestResult
from jobcoach.judge.task import Task
from jobcoach.reports.figures import rough_duration
from jobcoach.reports.judge_report import Judged, JudgeReport, test_names
from jobcoach.reports.judge_terminal import (
    column_width,
    failed_samples,
    header_line,
    result_lines,
    sample_block,
    submission_lines,
    totals_line,
    verdict_line,
    verdict_lines,
)
from jobcoach.reports.style import Style
from jobcoach.text import one_line
from jobcoach.words import Words

_NAME_COLUMNS_MAX = 48
_PATH_COLUMNS_MAX = 40


class JudgeScreen(Protocol):
    """Told of everything in a run; ``on_event`` may be called from any thread."""

    def on_event(self, event: Event, /) -> None:
        """Something happened."""

    def judged(self, judged: Judged, /) -> None:
        """A submission has its verdict."""

    def end(self, report: JudgeReport, /) -> None:
        """Nothing more will come."""


class SingleScreen:
    """One submission: a line a test as it comes, then the verdict and failed samples."""

    def __init__(self, lines: Lines, words: Words, style: Style, task: Task, *, difference: bool) -> None:
        self._lines = lines
        self._words = words
        self._style = style
        self._difference = difference
        self._tests = tuple(test_names(task.problem.data))
        self._columns = column_width(self._tests, _NAME_COLUMNS_MAX)
        self._shown: set[str] = set()
        submission = task.submission
        lines.write(header_line(task.problem.id, submission.language, submission.path, style))
        lines.status(words("judge.starting"))

    def on_event(self, event: Event, /) -> None:
        """Show a test's line, and what is next."""
        match event:
            case Preparing(what=what):
                self._lines.status(self._words("judge.preparing", what=one_line(what)))
            case Started():
                self._lines.status(self._words("judge.compiling"))
            case Compiled(result=result) if result.ok:
                self._next_test()
            case TestDone(result=result):
                self._test(result)
                self._next_test()

    def judged(self, judged: Judged, /) -> None:
        """Show what no event told (all, if the verdict was kept), then the verdict."""
        for test in judged.result.tests:
            self._test(test)
        self._lines.write(*verdict_lines(judged, self._words, self._style))
        for test in failed_samples(judged.result):
            block = sample_block(test, self._words, self._style, difference=self._difference)
            self._lines.write(*block)

    def end(self, _report: JudgeReport, /) -> None:
        """Leave no status behind."""
        self._lines.clear()

    def _test(self, test: TestResult) -> None:
        with self._lines.lock:
            if test.name not in self._shown:
                self._shown.add(test.name)
                self._lines.write(*result_lines(test, self._columns, self._style))

    def _next_test(self) -> None:
        if len(self._shown) < len(self._tests):
            number = len(self._shown) + 1
            self._lines.status(self._words("judge.running", number=number, count=len(self._tests)))


class BatchScreen:
    """Many submissions: a line each as it is judged, and how long the rest will take."""

    def __init__(
        self,
        lines: Lines,
        words: Words,
        style: Style,
        paths: Sequence[str],
        *,
        difference: bool,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._lines = lines
        self._words = words
        self._style = style
        self._count = len(paths)
        self._columns = column_width(paths, _PATH_COLUMNS_MAX)
        self._difference = difference
        self._clock = clock
        self._started = clock()
        self._done = 0
        lines.status(words("judge.starting"))

    def on_event(self, event: Event, /) -> None:
        """Show only what takes long and happens once."""
        if isinstance(event, Preparing):
            self._lines.status(self._words("judge.preparing", what=one_line(event.what)))

    def judged(self, judged: Judged, /) -> None:
        """Show the submission's line, failed samples if asked, and the progress."""
        self._done += 1
        self._lines.write(*submission_lines(judged, self._columns, self._style))
        if self._difference:
            for test in failed_samples(judged.result):
                self._lines.write(*sample_block(test, self._words, self._style, difference=True), "")
        if self._done < self._count:
            left = (self._clock() - self._started) / self._done * (self._count - self._done)
            self._lines.status(
                self._words(
                    "judge.progress_left", done=self._done, count=self._count, left=rough_duration(left)
                )
            )

    def end(self, report: JudgeReport, /) -> None:
        """Count the verdicts."""
        self._lines.write(totals_line(report, self._words, self._style))
        self._lines.write(*_isolation_mark(report, self._words, self._style))


class QuietScreen:
    """``--quiet``: nothing but the verdicts, in the order of the paths."""

    def __init__(self, lines: Lines, words: Words, style: Style) -> None:
        self._lines = lines
        self._words = words
        self._style = style

    def on_event(self, event: Event, /) -> None:
        """Show nothing."""

    def judged(self, judged: Judged, /) -> None:
        """Show nothing yet."""

    def end(self, report: JudgeReport, /) -> None:
        """One line a submission, and whether it proves anything."""
        if len(report.judged) == 1:
            self._lines.write(verdict_line(report.judged[0], self._words, self._style))
        else:
            columns = column_width([one.result.path for one in report.judged], _PATH_COLUMNS_MAX)
            for one in report.judged:
                self._lines.write(*submission_lines(one, columns, self._style))
        self._lines.write(*_isolation_mark(report, self._words, self._style))


def _isolation_mark(report: JudgeReport, words: Words, style: Style) -> list[str]:
    unsafe = report.judged and report.sandbox == "process"
    return [style.warn(words("judge.not_isolated"))] if unsafe else []


class DocumentScreen:
    """``--json``: progress alone, because stdout belongs to the document."""

    def __init__(self, lines: Lines, words: Words, count: int) -> None:
        self._lines = lines
        self._words = words
        self._count = count
        self._done = 0
        lines.status(words("judge.starting"))

    def on_event(self, event: Event, /) -> None:
        """Show only what takes long and happens once."""
        if isinstance(event, Preparing):
            self._lines.status(self._words("judge.preparing", what=one_line(event.what)))

    def judged(self, _judged: Judged, /) -> None:
        """Show the progress."""
        self._done += 1
        self._lines.status(self._words("judge.progress", done=self._done, count=self._count))

    def end(self, _report: JudgeReport, /) -> None:
        """Leave no status behind."""
        self._lines.clear()


def judge_screen(app: AppContext, tasks: Sequence[Task], *, difference: bool) -> JudgeScreen:
    """The screen that fits the options and how many submissions there are."""
    style = app.style
    lines = terminal_lines(app)
    if app.json:
        return DocumentScreen(lines, app.words, len(tasks))
    if app.quiet:
        return QuietScreen(lines, app.words, style)
    if len(tasks) == 1:
        return SingleScreen(lines, app.words, style, tasks[0], difference=difference)
    paths = [task.submission.path for task in tasks]
    return BatchScreen(lines, app.words, style, paths, difference=difference)


def terminal_lines(app: AppContext) -> Lines:
    """Lines on stdout over a status on stderr, which only a terminal gets."""
    # The console's own answer costs the import of rich, so a pipe is told apart first.
    shown = sys.stderr.isatty() and app.shows_progress
    return Lines(sys.stdout, StatusLine(sys.stderr, app.style.columns, shown=shown))
