"""A new problem is a sound package from the start."""

import subprocess
import sys
from pathlib import Path

import pytest

from jobcoach.errors import InputError
from jobcoach.judge.importers import new_problem
from jobcoach.judge.package.load import load_problem
from jobcoach.judge.package.model import Program
from jobcoach.judge.package.scoring import tests_below as every_test
from jobcoach.judge.verdicts import Verdict


def output_of(program: Program, given: Path) -> tuple[int, bytes]:
    with given.open("rb") as file:
        done = subprocess.run(
            [sys.executable, program.directory / program.files[0]],
            stdin=file,
            capture_output=True,
            check=False,
        )
    return done.returncode, done.stdout


def test_a_new_problem_passes_as_it_stands(destination: Path) -> None:
    path = new_problem(destination, "Two Sum", "Two Sum", title_ko="두 수의 합")
    problem = load_problem(path)
    assert (path.name, problem.warnings) == ("two-sum", ())
    assert problem.names == {"en": "Two Sum", "ko": "두 수의 합"}
    assert [*problem.statements] == ["en", "ko"]
    for test in every_test(problem.data):
        assert output_of(problem.input_validators[0], test.input_path)[0] == 42
        for submission in problem.submissions:
            right = output_of(submission.program, test.input_path)[1] == test.answer_path.read_bytes()
            assert right or submission.expected == {Verdict.WA}
    assert {frozenset(submission.expected) for submission in problem.submissions} == {
        frozenset({Verdict.AC}),
        frozenset({Verdict.WA}),
    }


def test_nothing_is_written_over(destination: Path) -> None:
    new_problem(destination, "sum", "Sum")
    with pytest.raises(InputError, match="exists already"):
        new_problem(destination, "sum", "Sum")
    assert [path.name for path in destination.iterdir()] == ["sum"]
