"""Verifying packages: are the data valid, and does each reference submission get what it should?"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jobcoach.judge.batch import Recall, judge_batch, open_bench, recall_nothing
from jobcoach.judge.data_errors import DataFindings, check_data
from jobcoach.judge.events import Listener, ignore
from jobcoach.judge.package.model import Problem, ReferenceSubmission
from jobcoach.judge.package.reference_check import unmet_expectations
from jobcoach.judge.package.scoring import Outcome, aggregate
from jobcoach.judge.results import SubmissionResult
from jobcoach.judge.running.package_program import UnknownLanguage, submission_of
from jobcoach.judge.running.time_limits import TimeLimits, infer_time_limit_seconds
from jobcoach.judge.sandbox.box import Sandbox
from jobcoach.judge.submissions.submission import Submission
from jobcoach.judge.task import JudgeOptions, Task
from jobcoach.judge.verdicts import Verdict

# While a limit is being inferred, no accepted submission may run longer than this.
INFERENCE_LIMIT_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class SubmissionCheck:
    """One reference submission. ``path`` is relative to the package."""

    path: str
    expected: tuple[Verdict, ...]
    verdict: Verdict
    ok: bool
    message: str
    slowest_cpu_seconds: float


@dataclass(frozen=True, slots=True)
class ProblemReport:
    """All that was found about one package; ``inferred`` tells where the limit comes from."""

    id: str
    path: Path
    ok: bool
    errors: tuple[str, ...]
    warnings: tuple[str, ...]
    submissions: tuple[SubmissionCheck, ...]
    time_limit_seconds: float | None
    inferred: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Reference:
    """A reference submission; without a task it is not judged, and ``fault`` says why."""

    problem: Problem
    submission: ReferenceSubmission
    task: Task | None
    fault: UnknownLanguage | OSError | None = None

    def __str__(self) -> str:
        return f"{self.submission.path}: not judged: {self.fault}"


Results = dict[_Reference, SubmissionResult]
Judge = Callable[[Sequence[_Reference]], Results]


def verify_problems(
    problems: Sequence[Problem],
    sandbox: Sandbox,
    *,
    jobs: int,
    on_event: Listener = ignore,
    recall: Recall = recall_nothing,
    cache_folder: Path | None = None,
) -> Iterator[ProblemReport]:
    """Judges all reference submissions side by side and yields a report a problem, in order.

    Where a package names no time limit, its accepted submissions go first and
    give it. ``recall``, ``on_event`` and ``cache_folder`` are as in ``judge_batch``.
    """

    def judge(references: Sequence[_Reference]) -> Results:
        tasks = [reference.task for reference in references if reference.task]
        able = [reference for reference in references if reference.task]
        done = judge_batch(
            tasks, sandbox, jobs=jobs, on_event=on_event, recall=recall, cache_folder=cache_folder
        )
        return {able[place]: result for place, result in done}

    limits = TimeLimits(cache_folder / "time-limits" if cache_folder else None)
    references = [_reference(problem, each) for problem in problems for each in problem.submissions]
    results = judge([_unhurried(each) for each in references if _gives_limit(each)])
    done = {_name(reference) for reference, result in results.items() if result.verdict is Verdict.AC}
    limited = [_limited(problem, results, limits) for problem in problems]
    again = [_reference(problem, each) for problem in limited for each in problem.submissions]
    rest = [reference for reference in again if _name(reference) not in done]
    results |= judge(rest)
    untried = [reference for reference in references if not reference.task]
    with open_bench(sandbox, cache_folder) as bench:
        for given, problem in zip(problems, limited, strict=True):
            yield _report(given, problem, results, untried, check_data(problem, bench.validators))


def _reference(problem: Problem, submission: ReferenceSubmission) -> _Reference:
    try:
        found = submission_of(submission.program, problem.constants, submission.language)
    except (UnknownLanguage, OSError) as fault:
        return _Reference(problem, submission, None, fault)
    handed_in = Submission(submission.path, found.language, found.files, submission.entry_point or "")
    options = JudgeOptions(run_all=bool(submission.requirements))
    if submission.counts_as_too_slow:
        needed = problem.limits.limit_to_too_slow
        options = replace(options, kill_factor=max(options.kill_factor, needed))
    return _Reference(problem, submission, Task(handed_in, problem, options))


def _gives_limit(reference: _Reference) -> bool:
    needs_one = reference.problem.limits.time_limit_seconds is None
    return needs_one and reference.submission.uses_for_time_limit


def _unhurried(reference: _Reference) -> _Reference:
    """The same with a limit that no accepted submission should reach.

    One that is rejected ends there, not after a minute for each of its tests: it
    gives no limit, and is judged again within the one that others gave.
    """
    limits = replace(reference.problem.limits, time_limit_seconds=INFERENCE_LIMIT_SECONDS)
    unhurried = _reference(replace(reference.problem, limits=limits), reference.submission)
    if unhurried.task is None:
        return unhurried
    return replace(unhurried, task=replace(unhurried.task, options=JudgeOptions()))


def _limited(problem: Problem, results: Results, limits: TimeLimits) -> Problem:
    """The problem with the limit that its accepted submissions give, if it names none."""
    times = [
        slowest_seconds(result)
        for reference, result in results.items()
        if reference.problem.version == problem.version and result.verdict is Verdict.AC
    ]
    if problem.limits.time_limit_seconds is not None or not times:
        return problem
    seconds = infer_time_limit_seconds(max(times), problem.limits)
    limits.keep(problem.version, seconds)
    return replace(problem, limits=replace(problem.limits, time_limit_seconds=seconds))


def slowest_seconds(result: SubmissionResult) -> float:
    """The processor time of a submission's slowest test."""
    return max((test.cpu_seconds for test in result.tests), default=0.0)


def _name(reference: _Reference) -> tuple[Path, str]:
    return reference.problem.root, reference.submission.path


def _report(
    given: Problem,
    problem: Problem,
    results: Results,
    untried: Sequence[_Reference],
    data: DataFindings,
) -> ProblemReport:
    mine = {_name(reference)[1]: result for reference, result in results.items() if _of(reference, problem)}
    submissions = tuple(
        _check(problem, each, mine[each.path]) for each in problem.submissions if each.path in mine
    )
    mine_untried = [each for each in untried if _of(each, problem)]
    unreadable = [str(each) for each in mine_untried if isinstance(each.fault, OSError)]
    unknown = [str(each) for each in mine_untried if isinstance(each.fault, UnknownLanguage)]
    return ProblemReport(
        id=problem.id,
        path=problem.root,
        ok=not data.errors and not unreadable and all(check.ok for check in submissions),
        errors=(*data.errors, *unreadable),
        warnings=(
            *problem.warnings,
            *unknown,
            *data.warnings,
            *_timing_warnings(given, problem, submissions),
        ),
        submissions=submissions,
        time_limit_seconds=problem.limits.time_limit_seconds,
        inferred=given.limits.time_limit_seconds is None,
    )


def _of(reference: _Reference, problem: Problem) -> bool:
    return reference.problem.root == problem.root


def _check(problem: Problem, submission: ReferenceSubmission, result: SubmissionResult) -> SubmissionCheck:
    outcomes = {test.name: Outcome(test.verdict, test.points) for test in result.tests}
    score = aggregate(problem, outcomes) if result.tests else None
    unmet = unmet_expectations(submission, result.verdict, score, result.tests)
    said = result.compile.output if result.verdict is Verdict.CE else result.message
    return SubmissionCheck(
        path=submission.path,
        expected=tuple(sorted(submission.expected)),
        verdict=result.verdict,
        ok=not unmet,
        message="; ".join([*unmet, said] if said and unmet else unmet),
        slowest_cpu_seconds=slowest_seconds(result),
    )


def _timing_warnings(given: Problem, problem: Problem, checks: Sequence[SubmissionCheck]) -> list[str]:
    limit = problem.limits.time_limit_seconds
    if limit is None:
        return ["no time limit is given and none could be inferred: no accepted submission was accepted"]
    return _slow_accepted(given, problem, checks, limit) + _hardly_too_slow(problem, checks, limit)


def _hardly_too_slow(problem: Problem, checks: Sequence[SubmissionCheck], limit: float) -> list[str]:
    """Submissions that exceed the limit, but not by the factor that the package asks for."""
    slow = {each.path for each in problem.submissions if each.counts_as_too_slow}
    wanted = limit * problem.limits.limit_to_too_slow
    return [
        f"{check.path}: needs {check.slowest_cpu_seconds:.2f} s, and to be too slow it should be {wanted:g} s"
        for check in checks
        if check.path in slow and check.verdict is Verdict.TLE and limit < check.slowest_cpu_seconds < wanted
    ]


def _slow_accepted(
    given: Problem, problem: Problem, checks: Sequence[SubmissionCheck], limit: float
) -> list[str]:
    counted = {each.path for each in problem.submissions if each.uses_for_time_limit}
    slowest = max((check.slowest_cpu_seconds for check in checks if check.path in counted), default=0.0)
    if given.limits.time_limit_seconds is None or slowest * problem.limits.accepted_to_limit <= limit:
        return []
    return [f"the slowest accepted submission needs {slowest:.2f} s of the limit of {limit:g} s"]
