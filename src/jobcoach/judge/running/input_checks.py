"""What a package's input validators say of an input."""

from jobcoach.judge.package.model import Problem, TestCase
from jobcoach.judge.running.boxes import Plan
from jobcoach.judge.running.validators import OpenValidator
from jobcoach.judge.sandbox.box import Program, Run, RunLimits
from jobcoach.judge.sandbox.protocol import Ending

ACCEPTED = 42  # the package format's exit code of a validator that is content


def rejection(validator: OpenValidator, problem: Problem, test: TestCase) -> str | None:
    """Why an input validator rejects the test's input, in its own words; None if it does not.

    Raises BoxLost.
    """
    said = bytearray()
    validator.box.submit(Run(_call(validator.plan, problem, test), test.input_path, said.extend))
    outcome = validator.after(validator.box.next_outcome())
    if outcome.ending is Ending.EXITED and outcome.code == ACCEPTED:
        return None
    return (bytes(said) + outcome.stderr)[:500].decode("utf-8", "replace").strip() or str(outcome.code)


def _call(plan: Plan, problem: Problem, test: TestCase) -> Program:
    program = plan.program(problem.limits.validation_seconds, test.input_validator_flags + test.args)
    limits = RunLimits(
        cpu_seconds=problem.limits.validation_seconds,
        wall_seconds=problem.limits.validation_seconds * 2 + 5,
        memory_bytes=problem.limits.validation_memory_bytes,
        output_bytes=problem.limits.validation_output_bytes,
    )
    return Program(program.argv, limits, program.env, fork_server=program.fork_server)
