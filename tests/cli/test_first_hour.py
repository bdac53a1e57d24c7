"""The first minutes: ``jobcoach`` alone, ``init`` in a terminal, and an interview right after."""

import json
import tomllib
from pathlib import Path

import pytest
from terminal_session import CTRL_D, ENTER, Terminal

from jobcoach.cli.main import run
from jobcoach.text import width


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JOBCOACH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.mark.parametrize(("lang", "columns"), [("ko", 60), ("en", 80), ("ko", 80)])
def test_alone_it_greets_and_leaves_nothing_behind(
    lang: str, columns: int, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert run(["--lang", lang]) == 0
    out = capsys.readouterr().out
    assert "jobcoach init" in out
    assert "jobcoach interview" in out
    assert max(map(width, out.splitlines())) <= 80
    assert not home.exists()


def test_who_was_here_before_is_told_what_is_next(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = home.parent / "answers.txt"
    answers.write_text("no idea\n", encoding="utf-8")
    assert (
        run(["interview", "--offline", "-n", "1", "--topic", "os", "--seed", "1", "--answers", str(answers)])
        == 0
    )
    capsys.readouterr()
    assert run([]) == 0
    assert "$ jobcoach interview --topic os" in capsys.readouterr().out


def settings(home: Path) -> dict[str, object]:
    return tomllib.loads((home / "config.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("columns", [60, 80])
def test_three_questions_write_the_settings_and_begin_an_interview(home: Path, columns: int) -> None:
    environ = {"JOBCOACH_HOME": str(home), "LC_ALL": "C"}
    with Terminal("init", columns=columns, environ=environ) as terminal:
        terminal.expect("1/3")
        terminal.expect("[1]:")
        terminal.press("9" + ENTER)  # there is no such choice
        terminal.expect("[1]:")
        terminal.press(ENTER)
        terminal.expect("2/3")
        terminal.expect("[1]:")
        terminal.press("2" + ENTER)
        terminal.expect("3/3")
        terminal.expect("[1]:")
        terminal.press("1" + ENTER)
        terminal.expect("[Y/n]")
        terminal.press(ENTER)
        terminal.answer("/quit")
        terminal.end()
    assert settings(home) == {"lang": "ko", "goal": "interview"}


def test_a_model_on_this_machine_needs_an_address_and_a_name(home: Path) -> None:
    environ = {"JOBCOACH_HOME": str(home)}
    with Terminal("init", "--language", "en", "--goal", "all", environ=environ) as terminal:
        terminal.expect("[1]:")
        terminal.press("2" + ENTER)
        terminal.expect("11434")
        terminal.press(ENTER)
        terminal.expect("qwen3:8b):")
        terminal.press("tiny" + ENTER)
        terminal.expect("[Y/n]")
        terminal.press("n" + ENTER)
        terminal.expect("jobcoach next")
        terminal.end()
    assert settings(home)["llm"] == {"model": "tiny", "base_url": "http://localhost:11434/v1"}


def test_who_leaves_halfway_has_changed_nothing(home: Path) -> None:
    with Terminal("init", environ={"JOBCOACH_HOME": str(home)}) as terminal:
        terminal.expect("[1]:")
        terminal.press(CTRL_D)
        terminal.end()
    assert not (home / "config.toml").exists()


def test_without_a_terminal_all_answers_are_options(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "--language", "ko"]) == 2
    assert "--model offline" in capsys.readouterr().err
    line = ["init", "--language", "ko", "--goal", "coding-test", "--model", "offline", "--json"]
    assert run(line) == 0
    assert json.loads(capsys.readouterr().out)["settings"] == {"lang": "ko", "goal": "coding-test"}
    assert settings(home) == {"lang": "ko", "goal": "coding-test"}
    assert run(["config", "show"]) == 0
    assert "coding-test" in capsys.readouterr().out


def test_the_goal_is_what_is_suggested_first(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for goal, command in (("portfolio", "jobcoach review ."), ("coding-test", "jobcoach problems show")):
        assert run(["init", "--language", "en", "--goal", goal, "--model", "offline"]) == 0
        capsys.readouterr()
        assert run(["next", "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["steps"][0]["command"].startswith(command)
