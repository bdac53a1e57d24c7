"""Checking one test's output while it streams in: by tokens, or by the package's validator."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from jobcoach.judge.checkers import validator_protocol
from jobcoach.judge.checkers.default import DefaultChecker
from jobcoach.judge.checkers.flags import parse_token_rules
from jobcoach.judge.package.model import Problem, TestCase, TestGroup, ValidatorKind
from jobcoach.judge.running.validators import Validators, validate_output
from jobcoach.judge.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Checked:
    """``points`` only from validators that score; ``difference`` only from the default one."""

    verdict: Verdict
    points: float | None = None
    multiplier: float | None = None
    message: str = ""
    difference: str = ""


class Check(Protocol):
    """Feed it the output, then finish or drop it."""

    def feed(self, piece: bytes) -> None:
        """Takes the next piece of output."""

    def finish(self) -> Checked:
        """The verdict on all that was fed. Raises ValidatorFault, BoxLost."""

    def close(self) -> None:
        """Frees what it holds; nothing else may follow."""


def new_check(problem: Problem, test: TestCase, group: TestGroup, validators: Validators) -> Check:
    """The check that the problem asks for."""
    if problem.validator is ValidatorKind.DEFAULT:
        return DefaultCheck(problem, test)
    return ValidatorCheck(problem, test, group, validators)


class DefaultCheck:
    """Token by token, in constant memory."""

    def __init__(self, problem: Problem, test: TestCase) -> None:
        flags = test.validator_flags
        rules = parse_token_rules(flags) if flags else problem.token_rules
        self._checker = DefaultChecker(test.answer_path, rules)

    def feed(self, piece: bytes) -> None:
        self._checker.feed(piece)

    def finish(self) -> Checked:
        outcome = self._checker.finish()
        verdict = Verdict.AC if outcome.accepted else Verdict.WA
        return Checked(verdict, difference=outcome.difference)

    def close(self) -> None:
        self._checker.close()


class ValidatorCheck:
    """Spools the output to disk for the package's validator."""

    def __init__(self, problem: Problem, test: TestCase, group: TestGroup, validators: Validators) -> None:
        self._problem = problem
        self._test = test
        self._group = group
        self._validators = validators
        self._file, self._path = _spool()

    def feed(self, piece: bytes) -> None:
        self._file.write(piece)

    def finish(self) -> Checked:
        self._file.flush()
        said = validate_output(self._validators, self._problem, self._test, self._group, self._path)
        return from_validator(said)

    def close(self) -> None:
        self._file.close()


def _spool() -> tuple[IO[bytes], Path]:
    """A file, and a path to read it by: without a name where that can be, so that
    nothing is left of it when this process is killed."""
    file = tempfile.TemporaryFile(prefix="jobcoach-output-")  # noqa: SIM115 - closed by close()
    path = Path(f"/proc/self/fd/{file.fileno()}")
    if path.exists():
        return file, path
    file.close()
    named = tempfile.NamedTemporaryFile(prefix="jobcoach-output-")  # noqa: SIM115 - closed by close()
    return named, Path(named.name)


def from_validator(said: validator_protocol.ValidatorVerdict) -> Checked:
    """A validator's answer as a check's."""
    return Checked(said.verdict, said.points, said.multiplier, said.message)
