"""From what was found to tasks: one bad submission never keeps the others from judging."""

from pathlib import Path

import pytest

from jobcoach.cli.judge.plan import Plan, make_plan
from jobcoach.errors import EnvironmentMissing, InputError
from jobcoach.judge.package.model import Limits, Problem, TestGroup
from jobcoach.judge.submissions.discover import find_submissions
from jobcoach.judge.task import JudgeOptions


def problem(name: str, **more: object) -> Problem:
    values = {"limits": Limits(code_bytes=1024)} | more
    return Problem(name, Path(name), "2025-09", "0" * 64, {}, {}, TestGroup(""), **values)  # type: ignore[arg-type]  # few of many fields


class Problems:
    """Two problems, and how often each was loaded."""

    def __init__(self) -> None:
        self.known = {"two-sum": problem("two-sum"), "c-only": problem("c-only", languages=frozenset({"c"}))}
        self.loaded: list[str] = []

    def find(self, spec: str) -> Problem:
        self.loaded.append(spec)
        if spec not in self.known:
            raise InputError(f"unknown problem {spec!r}")
        return self.known[spec]

    def plan(self, *paths: Path, problem: str | None = None) -> Plan:
        found = find_submissions([str(path) for path in paths], standard_input=bytes)
        return make_plan(
            found,
            problem=problem,
            find=self.find,
            known=lambda: frozenset(self.known),
            options=JudgeOptions(time_factor=2.0),
        )


def source(path: Path, text: str = "print(1)") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_each_submission_gets_its_problem_and_the_options(tmp_path: Path) -> None:
    problems = Problems()
    plan = problems.plan(
        source(tmp_path / "two_sum.py"), source(tmp_path / "x.c", "// jobcoach: problem=c-only")
    )
    assert [(task.problem.id, task.submission.language) for task in plan.tasks] == [
        ("two-sum", "python"),
        ("c-only", "c"),
    ]
    assert plan.tasks[0].options.time_factor == 2.0
    assert plan.unusable == ()


def test_problem_is_loaded_once_for_many_submissions(tmp_path: Path) -> None:
    for number in range(5):
        source(tmp_path / f"two-sum/{number}.py")
    problems = Problems()
    assert len(problems.plan(tmp_path).tasks) == 5
    assert problems.loaded == ["two-sum"]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("two-sum.py", "", "is empty"),
        ("two-sum.py", "x" * 1025, "takes 1 KiB of source at most"),
        ("c-only.py", "print(1)", "takes only c"),
        ("nothing.py", "print(1)", "no problem is known"),
        ("two-sum.py", "# jobcoach: problem=three-sum", "unknown problem 'three-sum'"),
    ],
)
def test_unusable_submission_is_told_and_the_others_are_judged(
    tmp_path: Path, name: str, text: str, told: str
) -> None:
    bad = source(tmp_path / "first" / name, text)
    good = source(tmp_path / "second" / "two-sum.py")
    plan = Problems().plan(bad, good)
    assert [task.submission.path for task in plan.tasks] == [str(good)]
    [unusable] = plan.unusable
    assert unusable.path == str(bad)
    assert told in str(unusable.error)


def test_problem_named_by_the_user_is_for_all_and_must_exist(tmp_path: Path) -> None:
    file = source(tmp_path / "x.py", "# jobcoach: problem=c-only")
    assert Problems().plan(file, problem="two-sum").tasks[0].problem.id == "two-sum"
    with pytest.raises(InputError, match="unknown problem 'three-sum'"):
        Problems().plan(file, problem="three-sum")


def test_fault_of_the_environment_is_no_fault_of_a_submission(tmp_path: Path) -> None:
    def missing(spec: str) -> Problem:
        raise EnvironmentMissing("the problems folder is missing")

    problems = Problems()
    problems.find = missing  # type: ignore[method-assign]  # the one thing that differs here
    with pytest.raises(EnvironmentMissing):
        problems.plan(source(tmp_path / "two-sum.py"))
