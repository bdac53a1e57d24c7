"""``jobcoach review list`` and ``jobcoach review show``."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from portfolio_repositories import repository

from jobcoach.cli.main import run
from jobcoach.locations import find_locations

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return repository(tmp_path / "shop")


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return repository(tmp_path / "notes", {"README.md": "# 메모\n"})


def out(capsys: Capture, *argv: str, code: int = 0) -> str:
    assert run(["review", *argv]) == code
    return capsys.readouterr().out


def reviewed(capsys: Capture, folder: Path, *options: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(out(capsys, str(folder), "--json", *options))
    return found


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_a_review_is_shown_again_as_it_was(shop: Path, tmp_path: Path, capsys: Capture, lang: str) -> None:
    first = [tmp_path / name for name in ("a.md", "a.sarif")]
    second = [tmp_path / name for name in ("b.md", "b.sarif")]
    printed = out(capsys, str(shop), "--lang", lang, "--markdown", str(first[0]), "--sarif", str(first[1]))
    again = out(capsys, "show", "1", "--markdown", str(second[0]), "--sarif", str(second[1]), "--lang", lang)
    assert again == printed
    assert [path.read_bytes() for path in second] == [path.read_bytes() for path in first]
    page = tmp_path / "r.html"
    assert run(["review", "show", "--html", str(page), "--lang", lang]) == 0
    assert "for (Long id : ids) {" in page.read_text()


def test_the_document_is_the_same_and_the_latest_is_shown_if_none_is_named(
    shop: Path, notes: Path, capsys: Capture
) -> None:
    documents = [reviewed(capsys, shop, "--lang", "ko"), reviewed(capsys, notes)]
    assert documents[1]["score"] is None
    assert json.loads(out(capsys, "show", "1", "--json")) == documents[0]
    for latest in ([], ["latest"]):
        assert json.loads(out(capsys, "show", *latest, "--json")) == documents[1]
    # In its own language, unless another is asked for.
    assert "100점 중" in out(capsys, "show", "1")


def test_the_kept_reviews_are_listed(shop: Path, notes: Path, capsys: Capture) -> None:
    assert out(capsys, "list") == ""
    for folder in (shop, notes):
        reviewed(capsys, folder)
    listed = out(capsys, "list")
    assert listed.index("/notes") < listed.index("/shop")
    document = json.loads(out(capsys, "list", "--json", "--limit", "1"))
    assert document["format"] == "jobcoach.reviews/1"
    assert [(each["id"], each["score"]) for each in document["reviews"]] == [(2, None)]


@pytest.mark.parametrize(
    "argv",
    [["show"], ["show", "7"], ["show", "x"], ["show", "1" * 30], ["show", "1", "--markdown", "/no/x.md"]],
)
def test_what_is_not_kept_is_told(argv: list[str], capsys: Capture) -> None:
    for lang in ("ko", "en"):
        assert run(["review", *argv, "--lang", lang]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert 1 <= len(told.err.splitlines()) <= 2


def test_a_damaged_review_is_told(shop: Path, capsys: Capture) -> None:
    reviewed(capsys, shop)
    with closing(sqlite3.connect(find_locations().database)) as database:
        database.execute("""UPDATE reviews SET review = '{"format": "jobcoach.review/9", "scores": 1}'""")
        database.commit()
    assert run(["review", "show"]) == 2
    assert "review 1 cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize(
    "argv",
    [
        ["show", "1", "--ref", "x"],
        ["list", "--markdown", "x.md"],
        ["rules", "--offline"],
        [".", "--limit", "3"],
        ["list", "1"],
    ],
)
def test_an_option_that_would_do_nothing_is_refused(argv: list[str], capsys: Capture) -> None:
    for lang in ("ko", "en"):
        assert run(["review", *argv, "--lang", lang]) == 2
        assert capsys.readouterr().out == ""


def test_folders_of_such_names_can_be_reviewed(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("show", "list"):
        repository(tmp_path / name)
        assert json.loads(out(capsys, f"./{name}", "--json"))["format"] == "jobcoach.review/1"
    assert json.loads(out(capsys, "list", "--json"))["format"] == "jobcoach.reviews/1"
