"""Judging one submission: plan, run, and what it all amounts to.

Idempotent: the same task gives the same result wherever it runs, but for the
measured figures.
"""

from dataclasses import replace

from jobcoach.errors import EnvironmentMissing
from jobcoach.judge.events import Compiled, Listener, Started, TestDone
from jobcoach.judge.function_style.calling import as_program, is_called
from jobcoach.judge.function_style.layout import LayoutMismatch
from jobcoach.judge.languages import language
from jobcoach.judge.package.model import TestGroup
from jobcoach.judge.results import CompileResult, SubmissionResult
from jobcoach.judge.running.boxes import Plan, plan_for
from jobcoach.judge.running.pending_tests import PendingTests
from jobcoach.judge.running.trial import Bench, Trial
from jobcoach.judge.sandbox.box import Sandbox
from jobcoach.judge.submissions.entry import find_entry
from jobcoach.judge.submissions.submission import SourceFile, Submission
from jobcoach.judge.task import Task
from jobcoach.judge.verdicts import Verdict

# Until `problems verify` has inferred a limit from the reference submissions.
DEFAULT_TIME_LIMIT_SECONDS = 10.0


def judge_submission(task: Task, bench: Bench, index: int, on_event: Listener) -> SubmissionResult:
    """Judges one task in ``bench``. Never raises for the candidate's or the engine's
    faults: those are verdicts, the latter JE."""
    tests = PendingTests(task.problem, task.options.stop)
    submission = task.submission
    on_event(Started(index, submission.path, task.problem.id, submission.language, tests.total))
    try:
        plan = plan_of(task, bench.sandbox)
    except (EnvironmentMissing, OSError) as missing:
        return _result(task, bench, "", tests, None, Verdict.JE, str(missing))
    trial = Trial(
        bench,
        task.problem,
        plan,
        time_limit_seconds(task, bench),
        tests,
        lambda compiled: on_event(Compiled(index, compiled)),
        lambda test: on_event(TestDone(index, test)),
    )
    verdict, message = None, ""
    try:
        trial.run()
    except (EnvironmentMissing, OSError, LayoutMismatch) as missing:  # an answer is gone, a disk is full
        verdict, message = Verdict.JE, str(missing)
    if trial.compiled is not None and not trial.compiled.ok:
        verdict = Verdict.CE
    return _result(task, bench, plan.image_digest, tests, trial, verdict, message)


def plan_of(task: Task, sandbox: Sandbox) -> Plan:
    """The plan for a task. Raises EnvironmentMissing when its image cannot be built."""
    submission, function = _with_includes(task), task.problem.function
    if function is not None and is_called(submission, function):
        submission = as_program(submission, function)
    else:
        function = None
    input_bytes = _largest_input(task.problem.data)
    if function is not None:
        input_bytes *= 4  # as JSON: quotes, brackets and commas
    plan = plan_for(submission, task.problem.limits, sandbox, input_bytes=input_bytes)
    return replace(plan, kill_factor=task.options.kill_factor, function=function)


def _with_includes(task: Task) -> Submission:
    """The submission and the files that its package adds to every one in this language.

    It still starts where it would without them.
    """
    submission, includes = task.submission, task.problem.includes
    program = includes.get(submission.language) or includes.get("default")
    if program is None:
        return submission
    own = {file.name for file in submission.files}
    added = [
        SourceFile(name.as_posix(), task.problem.constants.fill_in((program.directory / name).read_bytes()))
        for name in program.files
        if name.as_posix() not in own
    ]
    row = language(submission.language)
    start = submission.entry_point or ("" if row.entry == "java" else find_entry(submission, row).main)
    files = sorted([*submission.files, *added], key=lambda file: file.name)
    return replace(submission, files=tuple(files), entry_point=start)


def time_limit_seconds(task: Task, bench: Bench) -> float:
    """The problem's own limit, else the inferred one, times the factor asked for."""
    given = task.problem.limits.time_limit_seconds
    limit = given or bench.time_limits.find(task.problem.version) or DEFAULT_TIME_LIMIT_SECONDS
    return limit * task.options.time_factor


def _result(
    task: Task,
    bench: Bench,
    image_digest: str,
    tests: PendingTests,
    trial: Trial | None,
    verdict: Verdict | None,
    message: str,
) -> SubmissionResult:
    score = tests.score()
    failed = verdict in (Verdict.CE, Verdict.JE)
    return SubmissionResult(
        path=task.submission.path,
        problem=task.problem.id,
        problem_version=task.problem.version,
        language=task.submission.language,
        sandbox=bench.sandbox.kind,
        image_digest=image_digest,
        source_hash=task.submission.source_hash,
        verdict=verdict or score.verdict,
        points=0.0 if failed else score.points,
        max_points=score.max_points,
        compile=(trial.compiled if trial else None) or CompileResult(ok=False),
        tests=tuple(trial.results) if trial else (),
        message=message,
    )


def _largest_input(group: TestGroup) -> int:
    sizes = [test.input_path.stat().st_size for test in group.tests if test.input_path.is_file()]
    return max([*sizes, *(_largest_input(inner) for inner in group.groups)], default=0)
