"""A package's own output validators, run in boxes that see only the host's files."""

import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from jobcoach.judge.checkers.validator_protocol import (
    ValidatorVerdict,
    icpc_arguments,
    icpc_verdict,
    testlib_arguments,
    testlib_verdict,
)
from jobcoach.judge.package.model import Limits, Problem, Program, TestCase, TestGroup, ValidatorKind
from jobcoach.judge.package.points import score_rules
from jobcoach.judge.package.scoring import Outcome as TestOutcome
from jobcoach.judge.package.scoring import points_of_test
from jobcoach.judge.running.boxes import Plan, opened, plan_for
from jobcoach.judge.running.build import BuildCache
from jobcoach.judge.running.package_program import UnknownLanguage, validator_of
from jobcoach.judge.sandbox.box import Box, BoxFile, BoxLost, HostFile, Outcome, Run, RunLimits, Sandbox
from jobcoach.judge.sandbox.box import Program as BoxProgram
from jobcoach.judge.sandbox.protocol import Ending
from jobcoach.judge.verdicts import Verdict

FEEDBACK = "/tmp/feedback"  # noqa: S108 - inside the box
FILES = ("files/input", "files/answer", "files/output")
LOG = "output"  # what a testlib interactor writes for the checker, below FEEDBACK
FEEDBACK_BYTES = 8 << 20  # an interactor may log all that was said

# Each is a container that holds memory; a folder of two hundred problems must not keep as many.
MOST_IDLE = 8


class ValidatorFault(Exception):
    """The package's validator cannot be used: no language, does not compile, crashes."""


@dataclass(slots=True)
class OpenValidator:
    """A validator that is built and waits in its box; one that is ``worn`` is not used again."""

    box: Box
    plan: Plan
    worn: bool = False

    def after(self, outcome: Outcome) -> Outcome:
        """``outcome`` itself, once it is noted what it means for the box."""
        self.worn = self.worn or outcome.dirty
        return outcome


class Validators:
    """Validator boxes by program, used again for the next test; thread-safe.

    The programs used last keep their boxes, ``MOST_IDLE`` in all.
    """

    def __init__(self, sandbox: Sandbox, cache: BuildCache) -> None:
        self._sandbox = sandbox
        self._cache = cache
        self._lock = threading.Lock()
        self._idle: dict[Program, list[tuple[OpenValidator, ExitStack]]] = defaultdict(list)
        self._closed = False

    @contextmanager
    def borrow(self, problem: Problem, program: Program) -> Iterator[OpenValidator]:
        """A box with the validator built; given back unless something went wrong.

        Raises ValidatorFault, BoxLost, EnvironmentMissing.
        """
        with self._lock:
            idle = self._idle[program]
            validator, stack = idle.pop() if idle else (None, ExitStack())
        try:
            if validator is None:
                validator = self._opened(stack, problem, program)
            yield validator
        except BaseException:
            stack.close()
            raise
        with self._lock:
            kept = not (validator.worn or self._closed)
            if kept:
                self._idle[program] = [*self._idle.pop(program, ()), (validator, stack)]
            surplus = self._surplus() if kept else [stack]
        for each in surplus:
            each.close()

    def _surplus(self) -> list[ExitStack]:
        """Takes out what is too much, of the programs first that were not used for long."""
        surplus = []
        for program in list(self._idle):
            boxes = self._idle[program]
            while boxes and sum(map(len, self._idle.values())) > MOST_IDLE:
                surplus.append(boxes.pop(0)[1])
            if not boxes:
                del self._idle[program]
        return surplus

    def _opened(self, stack: ExitStack, problem: Problem, program: Program) -> OpenValidator:
        try:
            return stack.enter_context(self._open(problem, program))
        except BoxLost as lost:  # want of memory here is no fault of the candidate's
            raise BoxLost(f"the validator: {lost}") from lost

    def close(self) -> None:
        """Ends all idle boxes, and those that are borrowed as soon as they are given back."""
        with self._lock:
            self._closed = True
            stacks = [stack for boxes in self._idle.values() for _, stack in boxes]
            self._idle.clear()
        for stack in stacks:
            stack.close()

    @contextmanager
    def _open(self, problem: Problem, program: Program) -> Iterator[OpenValidator]:
        plan = _plan(problem, program, self._sandbox)
        with opened(plan, self._sandbox, self._cache) as (box, compiled):
            if not compiled.ok:
                raise ValidatorFault(f"the validator does not compile: {compiled.output[:2000]}")
            yield OpenValidator(box, plan)


def validate_output(
    validators: Validators, problem: Problem, test: TestCase, group: TestGroup, output: Path
) -> ValidatorVerdict:
    """Has the package's validator look at one output. Raises ValidatorFault, BoxLost."""
    if problem.validator_program is None:
        raise ValidatorFault("the package has no validator")
    with validators.borrow(problem, problem.validator_program) as validator:
        testlib = problem.validator is ValidatorKind.TESTLIB
        sources = [test.input_path, test.answer_path] + ([output] if testlib else [])
        validator.box.install(HostFile(*pair) for pair in zip(FILES, sources, strict=False))
        program = validator_call(validator.plan, problem, test)
        validator.box.submit(Run(program, b"" if testlib else output, _drop))
        return verdict_of(problem, group, validator.after(validator.box.next_outcome()))


def validate_log(
    validators: Validators, problem: Problem, checker: Program, test: TestCase, group: TestGroup, log: Outcome
) -> ValidatorVerdict:
    """Has a checker look at what an interactor wrote to its log before it ended so.

    Raises ValidatorFault, BoxLost.
    """
    written = next((file.content for file in log.files if file.name == LOG), None)
    if written is None or log.dirty:
        return ValidatorVerdict(Verdict.JE, message="the interactor's log cannot be read")
    given, answer, output = FILES
    with validators.borrow(problem, checker) as opened_checker:
        sources = [HostFile(given, test.input_path), HostFile(answer, test.answer_path)]
        opened_checker.box.install([*sources, BoxFile(output, written)])
        program = validator_call(opened_checker.plan, problem, test, output)
        opened_checker.box.submit(Run(program, b"", _drop))
        return verdict_of(problem, group, opened_checker.after(opened_checker.box.next_outcome()))


def validator_call(plan: Plan, problem: Problem, test: TestCase, output: str = FILES[2]) -> BoxProgram:
    """The call of a problem's validator for one test; ``output`` is what a testlib
    checker reads, or an interactor writes."""
    given, answer, _ = FILES
    if problem.validator is ValidatorKind.TESTLIB:
        args = testlib_arguments(given, output, answer, test.validator_flags)
    else:
        args = icpc_arguments(given, answer, FEEDBACK, test.validator_flags)
    program = plan.program(problem.limits.validation_seconds, tuple(args))
    return BoxProgram(
        argv=program.argv,
        limits=RunLimits(
            cpu_seconds=problem.limits.validation_seconds,
            wall_seconds=problem.limits.validation_seconds * 2 + 5,
            memory_bytes=problem.limits.validation_memory_bytes,
            output_bytes=problem.limits.validation_output_bytes,
            processes=program.limits.processes,
        ),
        env=program.env,
        collect=FEEDBACK,
        collect_bytes=FEEDBACK_BYTES,
    )


def verdict_of(problem: Problem, group: TestGroup, outcome: Outcome) -> ValidatorVerdict:
    """What a validator's end means; whatever is not an answer is the judge's fault."""
    if outcome.ending is Ending.EXITED and problem.validator is ValidatorKind.TESTLIB:
        full_points = points_of_test(problem, group, TestOutcome(Verdict.AC))
        if problem.scoring and group.name == "sample":
            full_points = 0.0  # the checker does not know that these points do not count
        return testlib_verdict(outcome.code, outcome.stderr, full_points)
    if outcome.ending is Ending.EXITED and not outcome.dirty:
        files = {file.name: file.content for file in outcome.files}
        return icpc_verdict(outcome.code, files, outcome.stderr, score_rules(problem, group))
    reasons = {
        Ending.SIGNALED: f"the validator was killed by signal {outcome.code}",
        Ending.CPU: "the validator took too long",
        Ending.WALL: "the validator took too long",
        Ending.MEMORY: "the validator needed too much memory",
        Ending.OUTPUT: "the validator wrote too much",
        Ending.EXITED: "the validator's feedback is too much to be read",
    }
    message = reasons.get(outcome.ending, "the validator could not be started")
    return ValidatorVerdict(verdict=Verdict.JE, message=message)


def _drop(piece: bytes) -> None:
    """A validator's stdout means nothing."""


def _plan(problem: Problem, program: Program, sandbox: Sandbox) -> Plan:
    largest = sum(_largest(problem.data))
    limits = Limits(
        memory_bytes=problem.limits.validation_memory_bytes,
        compile_seconds=problem.limits.compile_seconds,
        compile_memory_bytes=problem.limits.compile_memory_bytes,
        output_bytes=problem.limits.validation_output_bytes,
    )
    room = largest + problem.limits.output_bytes
    try:
        sources = validator_of(program, problem.constants)
    except (UnknownLanguage, OSError) as error:
        raise ValidatorFault(f"the validator {program.files[0]} cannot be used: {error}") from error
    return plan_for(sources, limits, sandbox, disk_bytes=(128 << 20) + room, input_bytes=2 * room)


def _largest(group: TestGroup) -> tuple[int, int]:
    """The sizes of the largest input and the largest answer."""
    sizes = [(_size(test.input_path), _size(test.answer_path)) for test in group.tests]
    sizes += [_largest(inner) for inner in group.groups]
    return max((pair[0] for pair in sizes), default=0), max((pair[1] for pair in sizes), default=0)


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0
