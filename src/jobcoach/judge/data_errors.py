"""Does a package's data pass its own input validators, and each answer its output validator?"""

from collections.abc import Iterator

from jobcoach.judge.boxes import Plan
from jobcoach.judge.package.model import Problem, Program, TestCase, TestGroup, ValidatorKind
from jobcoach.judge.sandbox.box import BoxLost, Run, RunLimits
from jobcoach.judge.sandbox.box import Program as BoxProgram
from jobcoach.judge.sandbox.protocol import Ending
from jobcoach.judge.validators import ValidatorFault, Validators, validate_output
from jobcoach.judge.verdicts import Verdict

ACCEPTED = 42  # the package format's exit code of a validator that is content
MOST_ERRORS = 20


def data_errors(problem: Problem, validators: Validators) -> tuple[str, ...]:
    """One line for each fault that the package's own validators find, at most 20.

    A validator that does not work is a fault too. Raises EnvironmentMissing.
    """
    errors: list[str] = []
    for line in _faults(problem, validators):
        errors.append(line)
        if len(errors) == MOST_ERRORS:
            break
    return tuple(errors)


def _faults(problem: Problem, validators: Validators) -> Iterator[str]:
    for program in problem.input_validators:
        name = (program.directory / program.files[0]).relative_to(problem.root).as_posix()
        try:
            yield from _rejected_inputs(problem, program, name, validators)
        except (ValidatorFault, BoxLost) as fault:
            yield f"{name}: {fault}"
    if problem.validator is not ValidatorKind.DEFAULT and not problem.interactive:
        yield from _rejected_answers(problem, validators)


def _rejected_inputs(problem: Problem, program: Program, name: str, validators: Validators) -> Iterator[str]:
    with validators.borrow(problem, program) as validator:
        for _, test in _tests(problem.data):
            said = bytearray()
            run = Run(_call(validator.plan, problem), test.input_path, said.extend)
            validator.box.submit(run)
            outcome = validator.box.next_outcome()
            if outcome.ending is not Ending.EXITED or outcome.code != ACCEPTED:
                reason = (bytes(said) + outcome.stderr)[:500].decode("utf-8", "replace").strip()
                yield f"data/{test.name}.in: rejected by {name}: {reason or outcome.code}"


def _rejected_answers(problem: Problem, validators: Validators) -> Iterator[str]:
    for group, test in _tests(problem.data):
        try:
            said = validate_output(validators, problem, test, group, test.answer_path)
        except (ValidatorFault, BoxLost) as fault:
            yield f"output validator: {fault}"
            return
        if said.verdict is Verdict.JE:
            yield f"data/{test.name}.ans: the output validator fails on it: {said.message}"


def _call(plan: Plan, problem: Problem) -> BoxProgram:
    program = plan.program(problem.limits.validation_seconds)
    limits = RunLimits(
        cpu_seconds=problem.limits.validation_seconds,
        wall_seconds=problem.limits.validation_seconds * 2 + 5,
        memory_bytes=problem.limits.validation_memory_bytes,
        output_bytes=problem.limits.validation_output_bytes,
    )
    return BoxProgram(program.argv, limits, program.env, fork_server=program.fork_server)


def _tests(group: TestGroup) -> Iterator[tuple[TestGroup, TestCase]]:
    yield from ((group, test) for test in group.tests)
    for inner in group.groups:
        yield from _tests(inner)
