"""One run of ``judge``: find, judge, keep, report. What was judged outlives any end of the run."""

import sys
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from jobcoach.cli.context import AppContext
from jobcoach.cli.error_words import tell_error
from jobcoach.cli.interruption import interruptible
from jobcoach.cli.judge.explain import Coaching, ExplainOptions
from jobcoach.cli.judge.files import ReportFiles
from jobcoach.cli.judge.plan import Plan, make_plan
from jobcoach.cli.judge.sandbox import EarlySandbox, Relay, open_early
from jobcoach.cli.judge.screen import JudgeScreen, judge_screen
from jobcoach.cli.problems.folders import package_folders, problem_folders
from jobcoach.errors import EnvironmentMissing
from jobcoach.judge.submissions.discover import Found, Unusable, find_submissions
from jobcoach.judge.task import JudgeOptions
from jobcoach.judge.verdicts import Verdict
from jobcoach.reports.judge_report import Judged, JudgeReport, falls_short, test_names
from jobcoach.settings import Settings
from jobcoach.text import printable

_ENVIRONMENT, _UNUSABLE, _SHORT = 3, 2, 1
# A submission is a few KiB; this only keeps an endless pipe from filling the memory.
_STANDARD_INPUT_BYTES_MAX = 16 << 20


@dataclass(frozen=True, slots=True)
class JudgeRequest:
    """What the command line asks for."""

    paths: tuple[str, ...]
    problem: str | None
    language: str | None
    settings: Settings
    files: ReportFiles
    changed_since: str | None = None
    fail_under: float | None = None
    rejudge: bool = False
    stop_on_fail: bool = False
    show_diff: bool = False
    explain: ExplainOptions | None = None

    @property
    def options(self) -> JudgeOptions:
        """What changes a verdict."""
        return JudgeOptions(time_factor=self.settings.judge.time_factor, stop_on_fail=self.stop_on_fail)


def judge_once(app: AppContext, request: JudgeRequest) -> int:
    """Judge everything once; returns the exit code. Raises JobcoachError, KeyboardInterrupt."""
    found = find_all(app, request)
    if not any(isinstance(item, Found) for item in found):
        report = _nothing_to_judge(request, found)
        tell_unusable(app, report.unusable)
        return _finish(app, request, report, None, None, None)
    relay = Relay()
    with interruptible(), open_early(request.settings, relay) as sandbox:
        return judge_found(app, request, found, sandbox, relay)


def find_all(app: AppContext, request: JudgeRequest) -> list[Found | Unusable]:
    """The submissions that the paths hold, or those of them that have changed.

    Raises InputError for an unknown ``--language``, and as ``changed_since`` does.
    """
    found = find_submissions(
        request.paths, language_name=request.language, standard_input=_read_standard_input
    )
    if request.changed_since is None:
        return found
    from jobcoach.cli.judge.changed import changed_since

    return changed_since(app, request.changed_since, found)


def judge_found(
    app: AppContext,
    request: JudgeRequest,
    found: Sequence[Found | Unusable],
    sandbox: EarlySandbox,
    relay: Relay,
) -> int:
    """Judge what was found, in a sandbox that is being opened; returns the exit code."""
    plan = _plan(app, request, found)
    tell_unusable(app, plan.unusable)
    screen = judge_screen(app, plan.tasks, difference=request.show_diff)
    relay.connect(screen.on_event)
    judged: dict[int, Judged] = {}
    failure: BaseException | None = None
    try:
        with closing(_judge(app, request, plan, sandbox, relay)) as verdicts:
            for index, one in verdicts:
                judged[index] = one
                screen.judged(one)
    except BaseException as error:  # noqa: BLE001 (raised again when the reports are written)
        failure = error
    report = _report(app, request, plan, judged, failure)
    coaching = None
    if request.explain is not None and failure is None:
        coaching = Coaching(app, request.explain, plan.tasks, judged)
    return _finish(app, request, report, screen, coaching, failure)


def tell_unusable(app: AppContext, unusable: Sequence[Unusable]) -> None:
    """Say on stderr what cannot be judged, even with --quiet: it changes the exit code."""
    for one in unusable:
        what, mend = tell_error(one.error, app.words)
        sys.stderr.write(f"{app.words('main.error.label')} {printable(what)}\n")
        if mend:
            sys.stderr.write(f"  {app.words('main.error.mend')} {printable(mend)}\n")


def _plan(app: AppContext, request: JudgeRequest, found: Sequence[Found | Unusable]) -> Plan:
    from jobcoach.judge.package.catalog import find_problem
    from jobcoach.judge.package.load import load_problem

    folders = problem_folders(request.settings, app.locations)
    return make_plan(
        found,
        problem=request.problem,
        find=lambda spec: load_problem(find_problem(spec, folders)),
        known=lambda: frozenset(package.name for package in package_folders(folders)),
        options=request.options,
    )


def _judge(
    app: AppContext, request: JudgeRequest, plan: Plan, sandbox: EarlySandbox, relay: Relay
) -> Generator[tuple[int, Judged]]:
    """Verdicts as they come, each in the store before it is seen."""
    if not plan.tasks:
        return
    from jobcoach.judge.batch import build_cache, expect_boxes, judge_batch, timed, verdict_key

    # Before the store opens: the container starts meanwhile, and a box that a
    # remembered verdict makes needless costs nobody any time.
    expect_boxes(plan.tasks[:1], sandbox.get(), build_cache(app.locations.cache))
    from jobcoach.cli.judge.records import VerdictRecords

    with app.open_store() as store:
        shown = not app.json and not app.quiet and (len(plan.tasks) == 1 or request.show_diff)
        samples_wanted = shown or request.explain is not None
        with closing(VerdictRecords(store, samples_wanted=samples_wanted)) as records:
            tasks = [timed(task, app.locations.cache) for task in plan.tasks]
            results = judge_batch(
                tasks,
                sandbox.get(),
                jobs=request.settings.judge.jobs,
                on_event=relay,
                recall=_nothing if request.rejudge else records.recall,
                cache_folder=app.locations.cache,
            )
            for index, result in results:
                task = tasks[index]
                own = replace(result, path=task.submission.path)
                key = verdict_key(task, own.image_digest, own.sandbox)
                judged = Judged(own, tuple(test_names(task.problem.data)))
                try:
                    record_id = records.keep(own, key, task.options)
                except EnvironmentMissing:  # a full disk: the reports have it all the same
                    yield index, judged
                    raise
                yield index, replace(judged, record_id=record_id)


def _report(
    app: AppContext,
    request: JudgeRequest,
    plan: Plan,
    judged: dict[int, Judged],
    failure: BaseException | None,
) -> JudgeReport:
    reason = ""
    if failure is not None:
        interrupted = isinstance(failure, KeyboardInterrupt)
        reason = app.words("judge.interrupted") if interrupted else str(failure)
    return JudgeReport(
        sandbox=request.settings.judge.sandbox,
        judged=tuple(judged[index] for index in sorted(judged)),
        unusable=plan.unusable,
        not_judged=tuple(
            task.submission.path for index, task in enumerate(plan.tasks) if index not in judged
        ),
        stopped_by=reason,
    )


def _nothing_to_judge(request: JudgeRequest, found: Sequence[Found | Unusable]) -> JudgeReport:
    unusable = tuple(item for item in found if isinstance(item, Unusable))
    return JudgeReport(sandbox=request.settings.judge.sandbox, unusable=unusable)


def _finish(
    app: AppContext,
    request: JudgeRequest,
    report: JudgeReport,
    screen: JudgeScreen | None,
    coaching: Coaching | None,
    failure: BaseException | None,
) -> int:
    """Report in every form, then raise the failure that ended the run, or return the exit code."""
    try:
        request.files.write(report, app.words, request.fail_under)
    except OSError as error:
        failure = failure or error
    if not isinstance(failure, BrokenPipeError):
        _tell(app, request, report, screen, coaching)
    if failure is not None:
        raise failure
    return exit_code(report, request.fail_under)


def _tell(
    app: AppContext,
    request: JudgeRequest,
    report: JudgeReport,
    screen: JudgeScreen | None,
    coaching: Coaching | None,
) -> None:
    if screen is not None:
        screen.end(report)
    try:
        if coaching is not None:
            coaching.run()
    finally:  # coaching with a model takes a while: who interrupts it has the verdicts all the same
        if app.json:
            _print_document(app, report, coaching)
        for path in request.files.wanted:
            if path.exists():
                app.remark(app.words("judge.wrote", path=printable(str(path))))


def _print_document(app: AppContext, report: JudgeReport, coaching: Coaching | None) -> None:
    from jobcoach.reports.judge_json import judge_document

    document = judge_document(report)
    app.document(coaching.added_to(document) if coaching is not None else document)


def exit_code(report: JudgeReport, fail_under: float | None) -> int:
    """3 if the judge failed, else 2 if a path was unusable, else 1 if the work falls short, else 0."""
    if any(one.result.verdict == Verdict.JE for one in report.judged):
        return _ENVIRONMENT
    if report.unusable:
        return _UNUSABLE
    return _SHORT if falls_short(report, fail_under) else 0


def _nothing(_verdict_key: str) -> None:
    return None


def _read_standard_input() -> bytes:
    return sys.stdin.buffer.read(_STANDARD_INPUT_BYTES_MAX)
