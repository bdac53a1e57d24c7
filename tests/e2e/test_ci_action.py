"""``action.yml`` from end to end: its own scripts, a real repository, the real engine."""

import sys
import sysconfig
from pathlib import Path

import pytest
from ci_checkout import commit, git
from ci_steps import ActionRun, action, new_run, offline_install
from defusedxml.ElementTree import parse
from workflow_commands import commands_in

from jobcoach.judge.importers.new import new_problem

pytestmark = pytest.mark.docker

INSTALL = ("Install jobcoach",)
JUDGE = ("Judge what has changed", "Tell what was found", "Pass or fail")
RIGHT = "a, b = map(int, input().split())\nprint(a + b)\n"
WRONG = "a, b = map(int, input().split())\nprint(a - b)\n"
# What a program says in its crash stands in the log.
CRASH = 'import sys\nsys.stderr.write("::add-mask::a\\n##[add-mask]b\\n::error::mine")\nsys.exit(1)\n'
HOSTILE = "submissions/sum/::error file=x::no%0A::add-mask::y\n::error::z ##[add-mask]w.py"


@pytest.fixture(scope="module")
def runner_temp(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A runner's folder into which the action has installed this checkout."""
    temp = tmp_path_factory.mktemp("runner")
    run = new_run(temp, temp, {}, {})
    run.context["steps.python.outputs.python-path"] = sys.executable
    run.environment |= offline_install(sysconfig.get_path("purelib"))
    run.run(INSTALL)
    assert run.code == 0, run.log
    assert (temp / "jobcoach-venv" / "bin" / "jobcoach").is_file()
    return temp


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with a problem of its own and four submissions, two of which are wrong."""
    folder = tmp_path / "workspace"
    new_problem(folder / "problems", "sum", "Sum")
    monkeypatch.chdir(folder)
    git("init", "--quiet", "--initial-branch=main")
    files = {"old.py": WRONG, "a.py": WRONG, "b.py": RIGHT, "bad old.py": ""}
    commit({f"submissions/sum/{name}": text for name, text in files.items()})
    return folder


def judge(runner_temp: Path, event: dict[str, str], **inputs: str) -> ActionRun:
    given = {name.replace("_", "-"): value for name, value in inputs.items()}
    run = new_run(Path.cwd(), runner_temp, {"problems": "problems", "jobs": "1"} | given, event)
    run.environment["PYTHONPATH"] = sysconfig.get_path("purelib")  # the dependencies of what was installed
    return run.run(JUDGE)


def judged(run: ActionRun) -> list[str]:
    assert run.outputs["junit"], run.log
    root = parse(run.outputs["junit"]).getroot()
    assert root is not None
    return [suite.get("name", "") for suite in root]


def test_a_pull_request_is_scored_for_what_it_changes(workspace: Path, runner_temp: Path) -> None:
    base = git("rev-parse", "HEAD")
    git("switch", "--quiet", "--create", "mine")
    commit({"submissions/sum/a.py": RIGHT, "submissions/sum/풀이 1.py": WRONG})
    run = judge(runner_temp, {"pull_request.base.sha": base})
    assert judged(run) == ["submissions/sum/a.py", "submissions/sum/풀이 1.py"], run.log
    assert run.code == 1
    assert run.outputs | {"junit": ""} == {
        "score": "50",
        "accepted": "1",
        "total": "2",
        "junit": "",
        "exit-code": "1",
    }
    assert "풀이 1&#46;py" in run.summary or "풀이 1.py" in run.summary
    assert "old.py" not in run.summary
    commands = commands_in(run.log)
    assert [command.name for command in commands] == ["remove-matcher", "error"]
    assert commands[1].properties["file"] == "submissions/sum/풀이 1.py"
    assert commands[1].properties["title"] == "sum: WA wrong answer"


def test_a_push_in_korean_that_is_good_enough_passes(workspace: Path, runner_temp: Path) -> None:
    before = git("rev-parse", "HEAD")
    commit({"submissions/sum/a.py": WRONG + "\n"})
    run = judge(runner_temp, {"before": before}, fail_under="0", language="ko")
    assert judged(run) == ["submissions/sum/a.py"], run.log
    assert (run.code, run.outputs["score"], run.outputs["exit-code"]) == (0, "0", "0")
    assert "채점 결과" in run.summary
    assert [command.name for command in commands_in(run.log)] == ["remove-matcher", "warning"]


def test_nothing_changed_is_nothing_to_fail(workspace: Path, runner_temp: Path) -> None:
    before = git("rev-parse", "HEAD")
    commit({"README.md": "# Ours, still\n"})
    run = judge(runner_temp, {"before": before})
    assert (run.code, judged(run), run.outputs["score"], run.outputs["total"]) == (0, [], "", "0")
    assert "Nothing was judged." in run.summary


@pytest.mark.parametrize("event", [{"before": "0" * 40}, {}], ids=["new branch", "by hand"])
def test_without_a_base_all_are_judged(workspace: Path, runner_temp: Path, event: dict[str, str]) -> None:
    run = judge(runner_temp, event)
    assert sorted(judged(run)) == [
        "submissions/sum/a.py",
        "submissions/sum/b.py",
        "submissions/sum/bad old.py",
        "submissions/sum/old.py",
    ]
    assert run.code == 2  # one of them is empty
    assert len(commands_in(run.log)) == 4


def test_neither_names_nor_programs_become_commands(workspace: Path, runner_temp: Path) -> None:
    base = git("rev-parse", "HEAD")
    commit({HOSTILE: CRASH})
    run = judge(runner_temp, {"pull_request.base.sha": base})
    assert run.code == 1
    assert "::add-mask::a" in run.log  # the crash's own words are in the log, and no command there
    commands = commands_in(run.log)
    assert [command.name for command in commands] == ["remove-matcher", "error"]
    assert commands[1].properties["file"] == HOSTILE
    assert set(commands[1].properties) == {"file", "line", "title"}
    assert "::error" not in run.summary


def test_hostile_inputs_are_values(workspace: Path, runner_temp: Path, tmp_path: Path) -> None:
    pwned = tmp_path / "pwned"
    bad = f'"; touch {pwned}; $(touch {pwned}) `touch {pwned}` --json'
    for name in ("base", "problem", "paths", "fail_under", "language", "jobs", "problems"):
        run = judge(runner_temp, {}, **{name: bad})
        assert run.code == 2, (name, run.log)
    assert not pwned.exists()


def test_paths_are_lines_with_patterns(workspace: Path, runner_temp: Path) -> None:
    commit({"more/deep/x y.py": RIGHT, "more/-z.py": RIGHT})
    paths = "submissions/*/b.py\nmore/**/*.py\n"
    run = judge(runner_temp, {}, paths=paths, problem="sum")
    assert (run.code, run.outputs["score"]) == (0, "100"), run.log
    assert judged(run) == ["submissions/sum/b.py", "more/-z.py", "more/deep/x y.py"]


def test_no_expression_stands_in_a_script() -> None:
    scripts = [step["run"] for step in action()["runs"]["steps"] if "run" in step]
    assert len(scripts) == len(INSTALL) + len(JUDGE)
    assert not any("${{" in script for script in scripts)
    assert all(step["shell"] == "bash" for step in action()["runs"]["steps"] if "run" in step)
