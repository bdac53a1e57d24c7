"""``export``: each kind in each format, and what is said where there is nothing to write."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.cli.main import run
from jobcoach.reports.quoted import Passage, split_at_quotes
from jobcoach.store import JudgementRecord, Store, TestRecord


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JOBCOACH_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def kept(home: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """An interview, a review of a folder, and a judged batch."""
    answers = home / "answers.txt"
    answers.write_text("a thread shares memory\n", encoding="utf-8")
    assert (
        run(["interview", "--offline", "-n", "1", "--topic", "os", "--seed", "1", "--answers", str(answers)])
        == 0
    )
    shop = home / "shop"
    shop.mkdir()
    (shop / "README.md").write_text("# Shop\n\n2x faster\n", encoding="utf-8")
    (shop / "app.py").write_text("def f(x):\n    return eval(x)\n" * 20, encoding="utf-8")
    assert run(["review", str(shop), "--offline"]) == 0
    with Store.open(home / "home" / "jobcoach.db") as store:
        batch = store.batches.add(datetime.now(UTC))
        for path in ("in/a.py", "in/b.py"):
            store.judgements.add(_judgement(batch, path))
    capsys.readouterr()
    return home


def _judgement(batch: int, path: str) -> JudgementRecord:
    test = TestRecord("secret/1", "secret", "WA", 0.25, 0.3, 5 << 20, message="wrong: the secret is 42")
    return JudgementRecord(
        created_at=datetime.now(UTC), path=path, problem="p|<i>", problem_version="1", language="python",
        sandbox="docker", image_digest="", source_hash="", verdict="WA", points=None, max_points=None,
        verdict_key=path, tests=(test,), batch_id=batch,
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["interview", "review", "judge"])
def test_each_kind_is_written_in_each_format(kind: str, kept: Path) -> None:
    for suffix in ("html", "md", "json"):
        assert run(["export", kind, "latest", "-o", str(kept / f"report.{suffix}")]) == 0
    document = json.loads((kept / "report.json").read_text(encoding="utf-8"))
    assert document["format"] in ("jobcoach.interview/1", "jobcoach.review/1", "jobcoach.batch/1")
    assert (kept / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert (kept / "report.md").read_text(encoding="utf-8").startswith("# ")


def test_a_batch_shows_each_submission_and_no_secret(kept: Path) -> None:
    for suffix in ("html", "md", "json"):
        output = kept / f"batch.{suffix}"
        assert run(["export", "judge", "1", "-o", str(output)]) == 0
        text = output.read_text(encoding="utf-8")
        assert "a.py" in text
        assert "b.py" in text
        assert "the secret is" not in text
        assert "<i>" not in text or suffix == "json"
        assert "250 ms" in text or suffix == "json"


def test_standard_output_and_a_named_format(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "interview", "-o", "-", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["format"] == "jobcoach.interview/1"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (["export", "interview", "latest", "-o", "report.txt"], ".html"),
        (["export", "interview", "nobody", "-o", "r.html"], "nobody"),
        (["export", "review", "99", "-o", "r.html"], "99"),
        (["export", "judge", "99", "-o", "r.html"], "99"),
        (["export", "judge", "x", "-o", "r.html"], "x"),
        (["export", "report", "-o", "r.html"], "report"),
        (["export", "review", "-o", "/nowhere/r.html"], "/nowhere"),
    ],
)
def test_what_cannot_be_written_is_told(
    line: list[str],
    told: str,
    kept: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(kept)
    assert run(line) == 2
    assert told in capsys.readouterr().err
    assert not (kept / "r.html").exists()


def test_before_anything_is_kept_it_says_so(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "review", "-o", str(home / "r.html"), "--lang", "ko"]) == 2
    assert "jobcoach next" in capsys.readouterr().err


@given(st.text(max_size=60), st.lists(st.text(min_size=1, max_size=8), max_size=6))
def test_marking_quotes_loses_no_character(text: str, quotes: list[str]) -> None:
    passages = [Passage(quote, "full", "") for quote in (*quotes, text[3:9], text[5:7]) if quote]
    pieces = list(split_at_quotes(text, passages))
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.passage is None or piece.passage.quote == piece.text for piece in pieces)
