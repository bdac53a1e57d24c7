"""Which of many inputs a submission fails: validated, answered by the reference, judged, smallest first."""

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from jobcoach.judge.data_errors import known_validators
from jobcoach.judge.events import ignore
from jobcoach.judge.package.model import Problem, TestCase, TestGroup
from jobcoach.judge.results import SubmissionResult, TestResult
from jobcoach.judge.running.boxes import opened
from jobcoach.judge.running.input_checks import rejection
from jobcoach.judge.running.judging import judge_submission, plan_of, time_limit_seconds
from jobcoach.judge.running.package_program import UnknownLanguage, submission_of
from jobcoach.judge.running.trial import Bench
from jobcoach.judge.running.validators import ValidatorFault
from jobcoach.judge.sandbox.box import Box, BoxLost, Program, Run
from jobcoach.judge.sandbox.protocol import Ending
from jobcoach.judge.submissions.submission import Submission
from jobcoach.judge.task import Task
from jobcoach.judge.verdicts import Verdict

_QUEUED = 4


class CannotStress(Exception):
    """The package's own programs, or the engine, fail at it; the text says which."""


@dataclass(frozen=True, slots=True)
class Failure:
    """The first input, as ``text``, that the submission fails, and how."""

    text: str
    test: TestResult


@dataclass(frozen=True, slots=True)
class Round:
    """``judged`` inputs were valid and answered; ``not_built`` is a submission that does not compile."""

    judged: int
    failure: Failure | None = None
    not_built: SubmissionResult | None = None


@dataclass(frozen=True, slots=True)
class _Answering:
    """The reference, built and waiting in its box."""

    box: Box
    program: Program
    path: str


@contextmanager
def open_contest(task: Task, bench: Bench, folder: Path) -> Iterator["Contest"]:
    """A contest of ``task`` with an accepted submission of its package; inputs are written to ``folder``.

    Raises CannotStress, EnvironmentMissing.
    """
    reference = _reference_task(task.problem)
    plan = replace(plan_of(reference, bench.sandbox), function=None)
    with opened(plan, bench.sandbox, bench.cache) as (box, compiled):
        if not compiled.ok:
            raise CannotStress(f"{reference.submission.path} does not compile")
        program = plan.program(time_limit_seconds(reference, bench))
        yield Contest(task, _Answering(box, program, reference.submission.path), bench, folder)


class Contest:
    """A submission beside a reference."""

    def __init__(self, task: Task, answering: _Answering, bench: Bench, folder: Path) -> None:
        self.reference = answering.path
        self._task, self._answering = task, answering
        self._bench, self._folder = bench, folder
        self._programs, _ = known_validators(task.problem)
        self._rounds = 0

    def hold(self, texts: Sequence[str]) -> Round:
        """The first of ``texts``, in their order, that is valid and that the submission fails.

        Raises CannotStress, EnvironmentMissing.
        """
        self._rounds += 1
        tests = self._written(texts)
        try:
            tests = self._answered(self._valid(tests))
        except (ValidatorFault, BoxLost, OSError) as fault:
            raise CannotStress(str(fault)) from fault
        return self._judged(tests) if tests else Round(0)

    def _written(self, texts: Sequence[str]) -> list[TestCase]:
        tests = []
        for number, text in enumerate(texts):
            name = f"sample/{self._rounds:04}-{number:05}"
            given = self._folder / f"{self._rounds:04}-{number:05}.in"
            given.write_text(text, encoding="utf-8")
            tests.append(TestCase(name, "sample", given, given.with_suffix(".ans")))
        return tests

    def _valid(self, tests: Sequence[TestCase]) -> list[TestCase]:
        problem, valid = self._task.problem, list(tests)
        for program in self._programs.values():
            with self._bench.validators.borrow(problem, program) as validator:
                valid = [test for test in valid if rejection(validator, problem, test) is None]
        return valid

    def _answered(self, tests: Sequence[TestCase]) -> list[TestCase]:
        """The tests that the reference ends well on, their answers written."""
        box, program = self._answering.box, self._answering.program
        answered: list[TestCase] = []
        waiting: deque[tuple[TestCase, bytearray]] = deque()

        def settle() -> None:
            test, answer = waiting.popleft()
            outcome = box.next_outcome()
            if outcome.dirty:
                raise CannotStress(f"{self.reference} leaves something running")
            if outcome.ending is Ending.EXITED and outcome.code == 0:
                test.answer_path.write_bytes(answer)
                answered.append(test)

        for test in tests:
            answer = bytearray()
            box.submit(Run(program, test.input_path, answer.extend))
            waiting.append((test, answer))
            if len(waiting) > _QUEUED:
                settle()
        while waiting:
            settle()
        return answered

    def _judged(self, tests: Sequence[TestCase]) -> Round:
        problem = _problem_of(self._task.problem, tests)
        task = Task(self._task.submission, problem, replace(self._task.options, stop_on_fail=True))
        result = judge_submission(task, self._bench, 0, ignore)
        if result.verdict is Verdict.CE:
            return Round(0, not_built=result)
        failed = next((test for test in result.tests if test.verdict is not Verdict.AC), None)
        if result.verdict is Verdict.JE or (failed is not None and failed.verdict is Verdict.JE):
            raise CannotStress(result.message or (failed.message if failed else ""))
        if failed is None:
            return Round(len(tests))
        text = next(test for test in tests if test.name == failed.name).input_path
        return Round(len(result.tests), Failure(text.read_text(encoding="utf-8"), failed))


def _problem_of(problem: Problem, tests: Sequence[TestCase]) -> Problem:
    """The problem with these tests for samples: pass or fail, in their order."""
    flagged = tuple(replace(test, validator_flags=problem.validator_flags) for test in tests)
    data = TestGroup("", groups=(TestGroup("sample", tests=flagged),))
    return replace(problem, data=data, scoring=False, maximum_points=None)


def _reference_task(problem: Problem) -> Task:
    """An accepted submission of the package, one that need not be compiled if there is such.

    Raises CannotStress if there is none that can be run.
    """
    tasks = []
    for each in problem.submissions:
        if each.expected == {Verdict.AC}:
            with suppress(UnknownLanguage, OSError):
                found = submission_of(each.program, problem.constants, each.language)
                handed_in = Submission(each.path, found.language, found.files, each.entry_point or "")
                tasks.append(Task(handed_in, problem))
    if not tasks:
        raise CannotStress("the package has no accepted submission to compare with")
    return min(tasks, key=lambda task: task.submission.language != "python")
