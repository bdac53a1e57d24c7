"""What is forgotten is gone: no byte of it is left in any file."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from model_server import ModelServer, say

from jobcoach.cli.main import run
from jobcoach.store import Store
from jobcoach.store.model_calls import ModelCallRecord

SECRET = "kartoffelpuffer"
OTHER = "apfelstrudel"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JOBCOACH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("JOBCOACH_LLM__LOG_TEXT", "true")
    return tmp_path / "home"


@pytest.fixture
def two_interviews(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """One answered with a word, one with another, both graded by a model that repeats it."""
    with ModelServer() as server:
        monkeypatch.setenv("JOBCOACH_LLM__MODEL", "m")
        monkeypatch.setenv("JOBCOACH_LLM__BASE_URL", server.base_url)
        for word in (SECRET, OTHER):
            server.default = say(json.dumps({"points": [], "errors": [{"quote": word, "explanation": word}]}))
            file = home.parent / "answers.json"
            file.write_text(json.dumps([f"{word} it is"]), encoding="utf-8")
            assert run(["interview", "-n", "1", "--topic", "os", "--seed", "1", "--answers", str(file)]) == 0
            file.unlink()
        yield home


def files_with(folder: Path, word: str) -> list[str]:
    return [
        str(file)
        for file in sorted(folder.rglob("*"))
        if file.is_file() and word.encode() in file.read_bytes()
    ]


def interviews(home: Path) -> list[str]:
    with Store.open(home / "jobcoach.db") as store:
        return store.interviews.ids()


def test_an_interview_leaves_no_byte_behind_and_the_other_stays(two_interviews: Path) -> None:
    first, second = interviews(two_interviews)
    assert files_with(two_interviews, SECRET)
    assert run(["forget", "interview", first, "--yes"]) == 0
    assert interviews(two_interviews) == [second]
    assert files_with(two_interviews, SECRET) == []
    assert files_with(two_interviews, OTHER)


def test_everything_goes_but_settings_and_own_questions(two_interviews: Path) -> None:
    (two_interviews / "config.toml").write_text('lang = "en"\n', encoding="utf-8")
    own = two_interviews / "questions" / "os" / "own.toml"
    own.parent.mkdir(parents=True)
    own.write_text("# mine", encoding="utf-8")
    (two_interviews / "interview-answers").write_text(SECRET, encoding="utf-8")
    (two_interviews / "jobcoach.db.corrupt-1").write_text(SECRET, encoding="utf-8")
    assert run(["forget", "--all", "--yes"]) == 0
    assert files_with(two_interviews, SECRET) == files_with(two_interviews, OTHER) == []
    assert own.exists()
    assert (two_interviews / "config.toml").exists()
    assert not (two_interviews / "jobcoach.db").exists()
    assert run(["interview", "list"]) == 0


def test_logged_texts_of_calls_go_and_the_figures_stay(home: Path) -> None:
    with Store.open(home / "jobcoach.db") as store:
        store.model_calls.add(
            ModelCallRecord(
                datetime.now(UTC), "p", "1", "m", "h", 0, 10, 5, 0.5, False, "", 1, None, SECRET, SECRET
            )
        )
        store.erasure.remove("review", [])
        assert store.model_calls.totals().tokens_in == 10
    assert files_with(home, SECRET) == []


def test_nothing_goes_before_somebody_said_so(
    two_interviews: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for line in (["forget", "interview", "latest"], ["forget", "--all"]):
        assert run(line) == 2
        assert "--yes" in capsys.readouterr().err
    assert len(interviews(two_interviews)) == 2


@pytest.mark.parametrize(
    "line",
    [["forget"], ["forget", "interview"], ["forget", "interview", "x", "--all"], ["forget", "all", "--yes"]],
)
def test_a_line_that_is_unclear_removes_nothing(line: list[str], two_interviews: Path) -> None:
    assert run(line) == 2
    assert len(interviews(two_interviews)) == 2


def test_what_is_not_there_is_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["forget", "review", "7", "--yes", "--lang", "ko"]) == 2
    assert "7" in capsys.readouterr().err
    assert run(["forget", "judgement", "--all", "--yes", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["removed"]["judgement"] == 0
