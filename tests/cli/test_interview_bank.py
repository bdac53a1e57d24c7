"""``jobcoach interview bank``: from files to lists, and hostile files to errors."""

import json
import os
import pty
import re
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from jobcoach.cli.main import run
from jobcoach.interview.bank.load import load_bank
from jobcoach.interview.bank.question_file import FILE_BYTES_MAX
from jobcoach.text import width

MARKDOWN = "# 운영체제\n\n### 1. 프로세스란?\n\n실행 중인 프로그램입니다.\n\n### 2. 스레드란?\n"
QUESTION = """
id = "os.mine"
topic = "os"
level = "mid"
# a comment that stays
[question]
en = "What is mine?"
[reference]
en = "Mine is what belongs to me alone."
[[key_points]]
id = "alone"
statement.en = "Mine is what belongs to me alone."
"""


@pytest.fixture
def own(jobcoach_home: Path) -> Path:
    return jobcoach_home / "questions"


def out_of(capsys: pytest.CaptureFixture[str], *argv: str, code: int = 0) -> str:
    assert run(["interview", "bank", *argv]) == code, capsys.readouterr().err
    return capsys.readouterr().out


def test_the_list_fits_and_is_by_topic(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = out_of(capsys, "list", "--topic", "운영체제", "--lang", "ko").splitlines()
    assert lines[0] == "운영체제"
    assert any("os.process-vs-thread" in line for line in lines)
    assert max(map(width, lines)) <= 80


def test_the_list_as_json_of_a_level(capsys: pytest.CaptureFixture[str]) -> None:
    document = json.loads(
        out_of(capsys, "list", "--topic", "os", "-t", "network", "--level", "junior", "--json")
    )
    assert document["format"] == "jobcoach.bank/1"
    assert {row["level"] for row in document["questions"]} == {"junior"}
    assert {row["topic"] for row in document["questions"]} <= {"os", "network"}
    assert all(row["path"] is None for row in document["questions"])


def test_an_unknown_topic_and_question_are_told_in_korean(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["interview", "bank", "list", "--topic", "netwrok", "--lang", "ko"]) == 2
    assert "'netwrok' 주제가 없습니다: 혹시 network?" in capsys.readouterr().err
    assert run(["interview", "bank", "show", "os.proces-vs-thread", "--lang", "ko"]) == 2
    assert "'os.proces-vs-thread' 질문이 없습니다: 혹시 os.process-vs-thread" in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_a_question_is_shown_with_its_key_points(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    shown = out_of(capsys, "show", "os.process-vs-thread", "--lang", lang)
    question = load_bank(None).get("os.process-vs-thread")
    for point in question.key_points:
        assert point.id in shown
    assert ("모범 답안" if lang == "ko" else "Reference answer") in shown
    document = json.loads(out_of(capsys, "show", "os.process-vs-thread", "--json"))
    assert document["key_points"][0]["statement"]["ko"] == question.key_points[0].statement.ko


def test_a_file_is_added_as_it_is(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "q.toml"
    file.write_text(QUESTION, encoding="utf-8")
    assert out_of(capsys, "add", str(file)).strip() == str(own / "os" / "mine.toml")
    assert (own / "os" / "mine.toml").read_text(encoding="utf-8") == QUESTION
    out_of(capsys, "add", str(file), code=2)
    out_of(capsys, "add", str(file), "--replace")
    assert "* os.mine" in out_of(capsys, "list", "--topic", "os")


def test_a_question_comes_from_standard_input(
    own: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(QUESTION.encode())))
    assert json.loads(out_of(capsys, "add", "-", "--json")) == {
        "format": "jobcoach.bank-add/1",
        "id": "os.mine",
        "path": str(own / "os" / "mine.toml"),
    }


def test_a_missing_key_point_is_a_clear_error(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "q.toml"
    file.write_text(
        QUESTION.replace('statement.en = "Mine is what belongs to me alone."', ""), encoding="utf-8"
    )
    assert run(["interview", "bank", "add", str(file), "--lang", "ko"]) == 2
    assert "key_points 1, statement(10행) 값이 없습니다" in capsys.readouterr().err
    assert not own.exists()
    file.write_text(QUESTION.split("[[", maxsplit=1)[0], encoding="utf-8")
    assert run(["interview", "bank", "validate", str(file)]) == 2
    assert "key_points is missing" in capsys.readouterr().out


def test_the_template_is_a_question_once_it_is_filled_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = out_of(capsys, "add", "--template", "--lang", "ko")
    file = tmp_path / "q.toml"
    file.write_text(text, encoding="utf-8")
    out_of(capsys, "add", str(file), code=2)
    filled = re.sub(r'ko = ""(?!")', 'ko = "글"', text).replace('"""\n"""', '"""\n모범 답안\n"""')
    file.write_text(filled, encoding="utf-8")
    out_of(capsys, "add", str(file))


def test_without_a_terminal_there_is_nothing_to_write_in(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"")))
    assert run(["interview", "bank", "add"]) == 2
    assert "--template" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "lang", "told"),
    [
        (
            b" \n",
            "en",
            "there is no question to add: standard input is empty\n  try: to see an empty question",
        ),
        (
            b"",
            "ko",
            "표준 입력이 비어 있습니다\n  해결: 빈 양식 보기: jobcoach interview bank add --te",
        ),
        (b"what?", "en", "the question in standard input cannot be used: it is not TOML: Expected"),
        (
            b"what?",
            "ko",
            "표준 입력: 쓸 수 없는 질문입니다: TOML 형식이 아닙니다: 1행 5열, 키 다음에 =가 없습니다",
        ),
        (b"id = 3", "ko", "표준 입력: 쓸 수 없는 질문입니다: id(1행): 글이어야 합니다\n  해결: 빈 양식 보기"),
        (b"\xff", "ko", "표준 입력: 쓸 수 없는 질문입니다: UTF-8이 아닙니다"),
        (b"#" * (FILE_BYTES_MAX + 1), "ko", "표준 입력: 쓸 수 없는 질문입니다: 256 KiB보다 큽니다"),
    ],
)
def test_what_is_wrong_with_a_piped_question_is_told(
    content: bytes,
    lang: str,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    own: Path,
) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(content)))
    assert run(["interview", "bank", "add", "-", "--lang", lang]) == 2
    assert told in capsys.readouterr().err
    assert not own.exists()


def test_at_a_terminal_a_piped_question_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    leader, follower = pty.openpty()
    with os.fdopen(follower) as terminal:
        monkeypatch.setattr(sys, "stdin", terminal)
        assert run(["interview", "bank", "add", "-", "--lang", "ko"]) == 2
    os.close(leader)
    assert (
        "표준 입력이 터미널입니다\n  해결: 편집기에서 쓰려면 jobcoach interview bank add"
        in capsys.readouterr().err
    )


def test_a_question_is_written_in_the_editor_again_until_it_is_one(tmp_path: Path, own: Path) -> None:
    editor = tmp_path / "editor"
    (tmp_path / "q.toml").write_text(QUESTION, encoding="utf-8")
    once = f'[ -e "{tmp_path}/once" ] && cp "{tmp_path}/q.toml" "$1"; touch "{tmp_path}/once"\n'
    editor.write_text(f"#!/bin/sh\n{once}", encoding="utf-8")
    editor.chmod(0o755)
    leader, follower = pty.openpty()
    environ = {**os.environ, "EDITOR": str(editor), "PYTHONPATH": os.pathsep.join(sys.path)}
    environ.pop("VISUAL", None)
    command = [sys.executable, "-m", "jobcoach.cli.main", "interview", "bank", "add"]
    with subprocess.Popen(command, stdin=follower, stdout=follower, stderr=follower, env=environ) as process:
        os.close(follower)
        os.write(leader, b"y\n")
        seen = b""
        try:
            while chunk := os.read(leader, 4096):
                seen += chunk
        except OSError:
            pass  # the terminal is gone when the process is
    os.close(leader)
    assert process.returncode == 0, seen
    assert b"cannot be used" in seen
    assert (own / "os" / "mine.toml").exists()


def test_markdown_is_imported_once(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "notes.md"
    file.write_text(MARKDOWN, encoding="utf-8")
    assert "os.q-" in out_of(capsys, "import", str(file), "--dry-run")
    assert not own.exists()
    assert "2 imported" in out_of(capsys, "import", str(file))
    again = json.loads(out_of(capsys, "import", str(file), "--json"))
    assert again["files"][0]["kept"] == 2
    assert again["files"][0]["shape"] == "numbered"
    bank = load_bank(own)
    assert sorted(
        question.reference is not None for question in bank.questions if question.id in bank.own
    ) == [
        False,
        True,
    ]
    assert "2 imported" in out_of(capsys, "import", str(file), "--replace")
    assert len(load_bank(own).own) == 2


def test_an_import_takes_a_topic_of_the_users_own(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "notes.md"
    file.write_text(MARKDOWN, encoding="utf-8")
    out_of(capsys, "import", str(file), "--topic", "machine-learning")
    assert "machine-learning" in out_of(capsys, "list", "--topic", "Machine Learning")
    out_of(capsys, "import", str(file), "--topic", "../x", code=2)
    out_of(capsys, "import", str(file), "--shape", "cards", code=2)


def test_validate_tells_hints_and_unusable_files(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text(
        QUESTION.replace("[question]", 'skills = ["cobol-9000"]\n[question]', 1), encoding="utf-8"
    )
    bad.write_text("x = \x1b[31m", encoding="utf-8")
    out = out_of(capsys, "validate", str(good))
    assert "cobol-9000" in out
    assert "no probe" in out
    document = json.loads(out_of(capsys, "validate", str(good), str(bad), "--json", code=2))
    assert [row["error"] is None for row in document["files"]] == [True, False]
    assert "\x1b" not in out_of(capsys, "validate", str(bad), code=2)
    assert not own.exists()


def test_one_broken_own_file_is_named(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own / "os").mkdir(parents=True)
    (own / "os" / "x.toml").write_text("id = 3", encoding="utf-8")
    assert run(["interview", "bank", "list", "--lang", "en"]) == 0
    assert f"{own / 'os' / 'x.toml'} cannot be used and is left out" in capsys.readouterr().err
    assert run(["interview", "bank", "show", "os.x", "--lang", "en"]) == 2
    assert "id (line 1): " in capsys.readouterr().err
    (own / "os" / "y.toml").write_bytes(b"\xff\xfe")
    assert run(["interview", "bank", "list", "--lang", "ko"]) == 0
    assert "x.toml 등 파일 2개: 쓸 수 없어 건너뜁니다" in capsys.readouterr().err


def test_a_broken_own_file_can_be_replaced(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own / "os").mkdir(parents=True)
    (own / "os" / "mine.toml").write_text('id = "os.mine"\n[question', encoding="utf-8")
    good = tmp_path / "good.toml"
    good.write_text(QUESTION, encoding="utf-8")
    assert run(["interview", "bank", "add", str(good), "--lang", "en"]) == 2
    assert "--replace" in capsys.readouterr().err
    out_of(capsys, "add", str(good), "--replace")
    assert load_bank(own).own == {"os.mine": own / "os" / "mine.toml"}


def test_two_own_files_of_one_id_fail_the_check(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own.mkdir(parents=True)
    for name in ("a.toml", "b.toml"):
        (own / name).write_text(QUESTION, encoding="utf-8")
    assert run(["interview", "bank", "validate", "--lang", "en"]) == 2
    assert "b.toml cannot be used: " in capsys.readouterr().err
