"""All tests of one submission, from the first box to the last verdict."""

from collections import deque
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from jobcoach.judge.package.model import Problem, TestCase
from jobcoach.judge.package.scoring import Outcome as TestOutcome
from jobcoach.judge.results import CompileResult, SampleView, TestResult
from jobcoach.judge.running.boxes import Plan, opened
from jobcoach.judge.running.build import BuildCache
from jobcoach.judge.running.checks import Check, Checked, new_check
from jobcoach.judge.running.exclusive import Machine
from jobcoach.judge.running.function_check import Call, FunctionCheck
from jobcoach.judge.running.interaction import interact
from jobcoach.judge.running.outcome_verdict import is_borderline, verdict_of_run
from jobcoach.judge.running.pending_tests import PendingTests
from jobcoach.judge.running.time_limits import TimeLimits
from jobcoach.judge.running.validators import ValidatorFault, Validators
from jobcoach.judge.sample_view import SampleRecorder
from jobcoach.judge.sandbox.box import Box, BoxLost, HostFile, Outcome, OutputSink, Run, Sandbox
from jobcoach.judge.verdicts import Verdict

# While quick tests are compared, the next ones already run; a slow test is not
# started before it is known to count.
QUICK_SECONDS = 0.1
AHEAD_OF_QUICK = 4
AHEAD_OF_SLOW = 1


@dataclass(frozen=True, slots=True)
class Bench:
    """What all submissions of a batch share."""

    sandbox: Sandbox
    cache: BuildCache
    time_limits: TimeLimits
    validators: Validators
    machine: Machine


@dataclass(frozen=True, slots=True)
class _Pending:
    test: TestCase
    check: Check
    recorder: SampleRecorder


class _Leg(Enum):
    """Why a box was left."""

    DONE = auto()
    NOT_BUILT = auto()
    LOST = auto()
    AGAIN_ALONE = auto()
    FRESH_BOX = auto()


class Trial:
    """Runs a planned submission. ``compiled`` and ``results`` hold what is known,
    also when ``run`` is left by an exception."""

    def __init__(
        self,
        bench: Bench,
        problem: Problem,
        plan: Plan,
        time_limit_seconds: float,
        queue: PendingTests,
        on_compiled: Callable[[CompileResult], None],
        on_test: Callable[[TestResult], None],
    ) -> None:
        self._bench = bench
        self._problem = problem
        self._plan = plan
        self._time_limit_seconds = time_limit_seconds
        self._queue = queue
        self._on_compiled = on_compiled
        self._on_test = on_test
        self._todo: deque[TestCase] = deque()
        self._lost_once: set[str] = set()
        self._ahead = AHEAD_OF_SLOW
        self.compiled: CompileResult | None = None
        self.results: list[TestResult] = []

    def run(self) -> None:
        """Judges until every test that counts has its verdict.

        Raises EnvironmentMissing when no box can be had any more.
        """
        leg = self._leg(self._bench.machine.shared(), self._all_tests)
        while leg not in (_Leg.DONE, _Leg.NOT_BUILT):
            if leg is _Leg.AGAIN_ALONE:
                leg = self._leg(self._bench.machine.alone(), self._first_test_alone)
            else:
                leg = self._leg(self._bench.machine.shared(), self._all_tests)

    def _leg(self, machine: AbstractContextManager[None], tests: Callable[[Box], _Leg]) -> _Leg:
        try:
            with machine, opened(self._plan, self._bench.sandbox, self._bench.cache) as (box, compiled):
                if self.compiled is None:
                    self.compiled = compiled
                    self._on_compiled(compiled)
                return tests(box) if compiled.ok else _Leg.NOT_BUILT
        except BoxLost as lost:
            return self._after_loss(lost)

    def _after_loss(self, lost: BoxLost) -> _Leg:
        """A lost box is the judge's fault until it happens twice at the same test."""
        test = self._next_test()
        if test is None:
            return _Leg.DONE
        if test.name in self._lost_once:
            verdict = Verdict.MLE if lost.out_of_memory else Verdict.JE
            self._give_up(test, verdict, str(lost))
            return _Leg.FRESH_BOX
        self._lost_once.add(test.name)
        self._todo.appendleft(test)
        return _Leg.LOST

    def _next_test(self) -> TestCase | None:
        while self._todo:
            test = self._todo.popleft()
            if self._queue.counts(test):
                return test
        return self._queue.next_test()

    def _all_tests(self, box: Box) -> _Leg:
        if self._problem.interactive:
            return self._interactive_tests(box)
        pending: deque[_Pending] = deque()
        with ExitStack() as checks:
            try:
                return self._pipeline(box, pending, checks)
            finally:
                self._todo.extendleft(item.test for item in reversed(pending))

    def _pipeline(self, box: Box, pending: deque[_Pending], checks: ExitStack) -> _Leg:
        while True:
            while len(pending) <= self._ahead and (test := self._next_test()) is not None:
                pending.append(self._submit(box, test, checks))
            if not pending:
                return _Leg.DONE
            outcome = box.next_outcome()
            item = pending.popleft()
            if self._queue.counts(item.test):
                verdict, message = self._ruling(outcome)
                if verdict and is_borderline(outcome, verdict, self._time_limit_seconds):
                    pending.appendleft(item)
                    return _Leg.AGAIN_ALONE
                self._finish(item, outcome, verdict, message)
            self._ahead = AHEAD_OF_QUICK if outcome.cpu_seconds < QUICK_SECONDS else AHEAD_OF_SLOW
            if outcome.dirty:
                return _Leg.FRESH_BOX

    def _first_test_alone(self, box: Box) -> _Leg:
        test = self._next_test()
        if test is None:
            return _Leg.DONE
        try:
            if self._problem.interactive:
                self._interact(box, test, believe=True)
            else:
                self._run_alone(box, test)
        except BoxLost:
            self._todo.appendleft(test)
            raise
        return _Leg.FRESH_BOX

    def _run_alone(self, box: Box, test: TestCase) -> None:
        with ExitStack() as checks:
            item = self._submit(box, test, checks)
            outcome = box.next_outcome()
            verdict, message = self._ruling(outcome)
            self._finish(item, outcome, verdict, message)

    def _submit(self, box: Box, test: TestCase, checks: ExitStack) -> _Pending:
        check = new_check(self._problem, test, self._queue.group_of(test), self._bench.validators)
        checks.callback(check.close)
        recorder = SampleRecorder(test)
        stdin: Path | bytes = test.input_path
        sink: OutputSink = _both(recorder.feed, check.feed)
        if self._plan.function is not None:
            call = Call.of_test(self._plan.function, test)
            stdin, recorder = call.stdin, SampleRecorder(test, call.shown)
            check = FunctionCheck(self._plan.function, check, recorder.feed)
            sink = check.feed
        if test.files and test.files_directory is not None:
            folder = test.files_directory
            box.install(HostFile(name.as_posix(), folder / name) for name in test.files)
        box.submit(Run(self._plan.program(self._time_limit_seconds, test.args), stdin, sink))
        return _Pending(test, check, recorder)

    def _finish(self, item: _Pending, outcome: Outcome, verdict: Verdict | None, message: str) -> None:
        checked = Checked(verdict, message=message) if verdict else _finished(item.check)
        self._add(item.test, outcome, checked, item.recorder.view(checked.difference))
        item.check.close()

    def _interactive_tests(self, box: Box) -> _Leg:
        while (test := self._next_test()) is not None:
            try:
                leg = self._interact(box, test, believe=False)
            except BoxLost:
                self._todo.appendleft(test)
                raise
            if leg is not _Leg.DONE:
                return leg
        return _Leg.DONE

    def _interact(self, box: Box, test: TestCase, *, believe: bool) -> _Leg:
        program = self._plan.program(self._time_limit_seconds, test.args)
        group = self._queue.group_of(test)
        try:
            outcome, checked = interact(
                box, program, self._problem, test, group, self._bench.validators, self._ruling
            )
        except ValidatorFault as fault:
            self._give_up(test, Verdict.JE, str(fault))
            return _Leg.FRESH_BOX
        if not believe and is_borderline(outcome, checked.verdict, self._time_limit_seconds):
            self._todo.appendleft(test)
            return _Leg.AGAIN_ALONE
        self._add(test, outcome, checked, None)  # its input is for the interactor alone
        return _Leg.FRESH_BOX if outcome.dirty else _Leg.DONE

    def _ruling(self, outcome: Outcome) -> tuple[Verdict | None, str]:
        memory_limit_bytes = self._problem.limits.memory_bytes
        return verdict_of_run(outcome, self._plan.language, self._time_limit_seconds, memory_limit_bytes)

    def _add(self, test: TestCase, outcome: Outcome, checked: Checked, sample: SampleView | None) -> None:
        message = checked.message
        if test.is_sample and checked.verdict is Verdict.RTE and outcome.stderr:
            message = f"{message}\n{outcome.stderr.decode('utf-8', 'replace').strip()}"
        got = TestOutcome(checked.verdict, checked.points, checked.multiplier)
        result = TestResult(
            name=test.name,
            group=test.group,
            verdict=checked.verdict,
            cpu_seconds=outcome.cpu_seconds,
            wall_seconds=outcome.wall_seconds,
            memory_bytes=outcome.memory_bytes,
            points=self._queue.points(test, got),
            message=message,
            sample=sample,
        )
        self._record(test, got, result)

    def _give_up(self, test: TestCase, verdict: Verdict, message: str) -> None:
        result = TestResult(test.name, test.group, verdict, 0.0, 0.0, 0, message=message)
        self._record(test, TestOutcome(verdict), result)

    def _record(self, test: TestCase, got: TestOutcome, result: TestResult) -> None:
        self._queue.record(test, got)
        self.results.append(result)
        self._on_test(result)


def _both(first: OutputSink, second: OutputSink) -> OutputSink:
    def sink(piece: bytes) -> None:
        first(piece)
        second(piece)

    return sink


def _finished(check: Check) -> Checked:
    try:
        return check.finish()
    except (ValidatorFault, BoxLost) as fault:
        return Checked(Verdict.JE, message=str(fault))
