"""``problems stress``: a small input that a submission fails, found beside the package's reference."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from jobcoach.cli.context import AppContext
from jobcoach.cli.judge.plan import make_plan
from jobcoach.cli.judge.sandbox import Relay, open_early
from jobcoach.cli.judge.screen import terminal_lines
from jobcoach.cli.lines import Lines
from jobcoach.cli.problems.folders import problem_folders
from jobcoach.errors import EnvironmentMissing, InputError
from jobcoach.judge.batch import open_bench, timed
from jobcoach.judge.events import Event, Preparing
from jobcoach.judge.package import catalog
from jobcoach.judge.package.load import load_problem
from jobcoach.judge.package.model import Problem
from jobcoach.judge.stress.contest import CannotStress
from jobcoach.judge.stress.search import StressResult, stress
from jobcoach.judge.submissions.discover import find_submissions
from jobcoach.judge.task import JudgeOptions, Task
from jobcoach.reports.stress import stress_document, stress_lines
from jobcoach.settings import Settings
from jobcoach.text import one_line
from jobcoach.whole_file import whole_file

_FOUND = 1


@dataclass(frozen=True, slots=True)
class StressRequest:
    """``problem`` is an ID or a folder, ``submission`` a file, a folder or - for standard input."""

    problem: str
    submission: str
    language: str | None
    tries: int
    seed: int
    save: Path | None


def stress_one(app: AppContext, settings: Settings, request: StressRequest) -> int:
    """Search and tell what was found; returns the exit code: 1 for a counterexample or a CE, else 0."""
    relay = Relay()
    with open_early(settings, relay) as sandbox:
        task = timed(_task(app, settings, request), app.locations.cache)
        lines = terminal_lines(app)
        relay.connect(_preparing(app, lines))
        try:
            with open_bench(sandbox.get(), app.locations.cache) as bench:
                found = stress(
                    task, bench, tries=request.tries, seed=request.seed, progress=_progress(app, lines)
                )
        except CannotStress as fault:
            raise EnvironmentMissing(
                f"{task.problem.id} cannot be stressed",
                why=str(fault),
                mend=f"jobcoach problems verify {task.problem.id}",
            ) from fault
        finally:
            lines.clear()
    return _tell(app, request, task, found)


def _task(app: AppContext, settings: Settings, request: StressRequest) -> Task:
    def find(spec: str) -> Problem:
        return load_problem(catalog.find_problem(spec, problem_folders(settings, app.locations)))

    found = find_submissions(
        [request.submission], language_name=request.language, standard_input=sys.stdin.buffer.read
    )
    plan = make_plan(found, problem=request.problem, find=find, known=frozenset, options=JudgeOptions())
    if plan.unusable:
        raise plan.unusable[0].error
    if len(plan.tasks) != 1:
        raise InputError(
            f"{request.submission} holds {len(plan.tasks)} submissions", why="one at a time is stressed"
        )
    return plan.tasks[0]


def _preparing(app: AppContext, lines: Lines) -> Callable[[Event], None]:
    def show(event: Event) -> None:
        if isinstance(event, Preparing):
            lines.status(app.words("judge.preparing", what=one_line(event.what)))

    return show


def _progress(app: AppContext, lines: Lines) -> Callable[[int, bool], None]:
    def show(tried: int, found: bool) -> None:
        lines.status(app.words("problems.stress_smaller" if found else "problems.stress_tried", count=tried))

    return show


def _tell(app: AppContext, request: StressRequest, task: Task, found: StressResult) -> int:
    if found.counterexample is not None and request.save is not None:
        with whole_file(request.save) as file:
            file.write(found.counterexample.text.encode())
    if app.json:
        app.document(stress_document(task, found, request.seed))
    else:
        for line in stress_lines(found, app.words, app.style):
            app.result(line)
        if found.counterexample is not None and request.save is not None:
            app.remark(app.words("problems.stress_saved", path=one_line(str(request.save))))
    return _FOUND if found.counterexample is not None or found.compile is not None else 0
