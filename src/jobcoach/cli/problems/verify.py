"""``problems verify``: every package is looked at, whatever is wrong with the others."""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from jobcoach.cli.context import AppContext
from jobcoach.cli.judge.sandbox import EarlySandbox, Relay, open_early
from jobcoach.cli.judge.screen import terminal_lines
from jobcoach.cli.problems.folders import package_folders, problem_folders
from jobcoach.cli.problems.verify_cache import VerdictCache
from jobcoach.errors import InputError
from jobcoach.judge.events import Event, Finished, Preparing
from jobcoach.judge.package import catalog
from jobcoach.judge.package.diagnostics import PackageError
from jobcoach.judge.package.load import load_problem
from jobcoach.judge.package.model import Problem
from jobcoach.judge.verify import ProblemReport, verify_problems
from jobcoach.reports.verify_json import verify_document
from jobcoach.reports.verify_terminal import problem_lines, verify_totals
from jobcoach.settings import Settings
from jobcoach.text import one_line

_NOT_AS_EXPECTED = 1


def verify_all(app: AppContext, settings: Settings, specs: Sequence[str], *, use_cache: bool) -> int:
    """Verify the packages named, or all there are; returns the exit code.

    Raises InputError for a name that means no package, EnvironmentMissing and
    KeyboardInterrupt after telling what was verified until then.
    """
    relay = Relay()
    reports: list[ProblemReport] = []
    failure: BaseException | None = None
    with open_early(settings, relay) as sandbox:
        packages = load_packages(specs, problem_folders(settings, app.locations))
        progress = VerifyProgress(app, packages)
        cache = VerdictCache(app.locations.cache / "verdicts") if use_cache else None
        relay.connect(_listeners(progress, cache))
        try:
            for report in _verify(app, settings, packages, sandbox, relay, cache):
                reports.append(report)
                if not app.json:
                    _show(app, progress, report)
        except BaseException as error:  # noqa: BLE001 (raised again when all is told)
            failure = error
    progress.clear()
    if app.json:
        app.document(verify_document(reports))
    elif reports or failure is None:
        app.result(verify_totals(reports, app.words, app.style))
    if failure is not None:
        raise failure
    return 0 if all(report.ok for report in reports) else _NOT_AS_EXPECTED


def load_packages(specs: Sequence[str], folders: Sequence[Path]) -> list[Problem | ProblemReport]:
    """The packages named, or all in ``folders``; for one that does not load, the report on that.

    Raises InputError for a name that is neither a folder nor a known ID.
    """
    if not specs:
        return [_load_folder(folder) for folder in package_folders(folders)]
    return [_load_spec(spec, folders) for spec in specs]


def _load_spec(spec: str, folders: Sequence[Path]) -> Problem | ProblemReport:
    try:
        folder = catalog.find_problem(spec, folders)
    except InputError as error:
        if not Path(spec).exists():
            raise
        return _not_loaded(Path(spec), error)
    return _load_folder(folder)


class VerifyProgress:
    """How many submissions are judged: a moving line on a terminal, else a line each."""

    def __init__(self, app: AppContext, packages: Sequence[Problem | ProblemReport]) -> None:
        self._app = app
        self._lines = terminal_lines(app)
        self._count = sum(len(one.submissions) for one in packages if isinstance(one, Problem))
        self._done = 0
        self._moves = sys.stderr.isatty()

    def on_event(self, event: Event) -> None:
        """Count a submission that is judged; called from any thread, one at a time."""
        words = self._app.words
        if isinstance(event, Preparing):
            self._lines.status(words("judge.preparing", what=one_line(event.what)))
        elif isinstance(event, Finished):
            # Without a time limit some are judged twice: to find it, and within it.
            self._done = min(self._done + 1, self._count)
            result = event.result
            progress = words("problems.verifying", done=self._done, count=self._count)
            told = f"{progress}: {one_line(result.problem)} {one_line(result.path)} {result.verdict.value}"
            if self._moves:
                self._lines.status(told)
            else:
                self._app.remark(told)

    def clear(self) -> None:
        """Leave no moving line behind."""
        self._lines.clear()


def _load_folder(folder: Path) -> Problem | ProblemReport:
    try:
        return load_problem(folder)
    except InputError as error:
        return _not_loaded(folder, error)


def _not_loaded(folder: Path, error: InputError) -> ProblemReport:
    faults = error.problems if isinstance(error, PackageError) else (error,)
    return ProblemReport(
        id=folder.resolve().name,
        path=folder,
        ok=False,
        errors=tuple(str(fault) for fault in faults),
        warnings=(),
        submissions=(),
        time_limit_seconds=None,
        inferred=False,
    )


def _verify(
    app: AppContext,
    settings: Settings,
    packages: Sequence[Problem | ProblemReport],
    sandbox: EarlySandbox,
    relay: Relay,
    cache: VerdictCache | None,
) -> Iterator[ProblemReport]:
    """A report a package, in the order given."""
    problems = [package for package in packages if isinstance(package, Problem)]
    verified: Iterator[ProblemReport] = iter(())
    if problems:
        verified = verify_problems(
            problems,
            sandbox.get(),
            jobs=settings.judge.jobs,
            on_event=relay,
            recall=cache.recall if cache is not None else _nothing,
            cache_folder=app.locations.cache,
        )
    for package in packages:
        yield next(verified) if isinstance(package, Problem) else package


def _show(app: AppContext, progress: VerifyProgress, report: ProblemReport) -> None:
    progress.clear()
    for line in problem_lines(report, app.words, app.style):
        app.result(line)
    app.result("")


def _listeners(progress: VerifyProgress, cache: VerdictCache | None) -> Callable[[Event], None]:
    def listen(event: Event) -> None:
        if cache is not None:
            cache.on_event(event)
        progress.on_event(event)

    return listen


def _nothing(_verdict_key: str) -> None:
    return None
