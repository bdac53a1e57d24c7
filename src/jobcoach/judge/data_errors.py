"""Does a package's data pass its own input validators, and each answer its output validator?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from jobcoach.judge.function_style.layout import LayoutMismatch, read_arguments
from jobcoach.judge.package.model import Problem, Program, TestCase, TestGroup, ValidatorKind
from jobcoach.judge.running.input_checks import rejection
from jobcoach.judge.running.package_program import UnknownLanguage, validator_of
from jobcoach.judge.running.validators import ValidatorFault, Validators, validate_output
from jobcoach.judge.sandbox.box import BoxLost
from jobcoach.judge.verdicts import Verdict

MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class DataFindings:
    """What the package's own validators say of its tests, and which of them are not run."""

    errors: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def check_data(problem: Problem, validators: Validators) -> DataFindings:
    """One line for each fault that the package's own validators find, at most 20.

    A validator that does not work is a fault too. An answer that the output
    validator rejects may be meant so, and an input validator in a language that
    is not known here (Checktestdata, VIVA) leaves the package sound: both are
    warnings. Raises EnvironmentMissing.
    """
    known, warnings = known_validators(problem)
    errors = list(islice(_rejected_inputs(problem, known, validators), MOST_TOLD))
    errors += islice(_not_as_laid_out(problem), MOST_TOLD)
    if problem.validator is not ValidatorKind.DEFAULT and not problem.interactive:
        answers = list(islice(_rejected_answers(problem, validators), MOST_TOLD))
        errors += [line for verdict, line in answers if verdict is Verdict.JE]
        warnings += [line for verdict, line in answers if verdict is not Verdict.JE]
    return DataFindings(tuple(errors[:MOST_TOLD]), tuple(warnings))


def known_validators(problem: Problem) -> tuple[dict[str, Program], list[str]]:
    """Input validators by name, and what to say of those that cannot be run."""
    known: dict[str, Program] = {}
    unknown: list[str] = []
    for program in problem.input_validators:
        name = (program.directory / program.files[0]).relative_to(problem.root).as_posix()
        try:
            validator_of(program, problem.constants)
        except UnknownLanguage as error:
            unknown.append(f"{name}: not run: {error}")
        else:
            known[name] = program
    if unknown and not known:
        unknown.append("input_validators: none could be run, so no input was validated")
    return known, unknown


def _rejected_inputs(
    problem: Problem, programs: Mapping[str, Program], validators: Validators
) -> Iterator[str]:
    for name, program in programs.items():
        try:
            yield from _rejected_by(problem, program, name, validators)
        except (ValidatorFault, BoxLost) as fault:
            yield f"{name}: {fault}"


def _rejected_by(problem: Problem, program: Program, name: str, validators: Validators) -> Iterator[str]:
    with validators.borrow(problem, program) as validator:
        for _, test in _tests(problem.data):
            reason = rejection(validator, problem, test)
            if reason is not None:
                yield f"data/{test.name}.in: rejected by {name}: {reason}"


def _not_as_laid_out(problem: Problem) -> Iterator[str]:
    """Inputs that cannot become the arguments of the problem's function."""
    if problem.function is None:
        return
    for _, test in _tests(problem.data):
        try:
            read_arguments(problem.function, test.input_path.read_text(encoding="utf-8", errors="replace"))
        except LayoutMismatch as mismatch:
            yield f"data/{test.name}.in: not as the function's input says: {mismatch}"


def _rejected_answers(problem: Problem, validators: Validators) -> Iterator[tuple[Verdict, str]]:
    for group, test in _tests(problem.data):
        try:
            said = validate_output(validators, problem, test, group, test.answer_path)
        except (ValidatorFault, BoxLost) as fault:
            yield Verdict.JE, f"output validator: {fault}"
            return
        if said.verdict is Verdict.JE:
            yield said.verdict, f"data/{test.name}.ans: the output validator fails on it: {said.message}"
        elif said.verdict is not Verdict.AC:
            yield said.verdict, f"data/{test.name}.ans: the output validator rejects it"


def _tests(group: TestGroup) -> Iterator[tuple[TestGroup, TestCase]]:
    yield from ((group, test) for test in group.tests)
    for inner in group.groups:
        yield from _tests(inner)
