"""``next`` and ``progress`` as commands, over a real store."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from jobcoach.cli.coach.progress import read_since
from jobcoach.cli.main import run
from jobcoach.errors import InputError
from jobcoach.store import JudgementRecord, Store
from jobcoach.store.reviews import ReviewRecord
from jobcoach.text import width

NOW = datetime.now(UTC)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JOBCOACH_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def practised(home: Path) -> Path:
    """Three days of practice: judgements, a review with a finding, and a graded interview."""
    assert (
        run(
            ["interview", "--offline", "-n", "2", "--topic", "os", "--seed", "1", "--answers", _answers(home)]
        )
        == 0
    )
    database = next((home / "home").rglob("*.db"))
    with Store.open(database) as store:
        for days, verdict in ((2, "WA"), (1, "AC")):
            store.judgements.add(_judgement(NOW - timedelta(days=days), verdict))
        store.reviews.add(_review(NOW - timedelta(days=1), 62.0))
        store.reviews.add(_review(NOW, 71.5))
    return home


def _answers(folder: Path) -> str:
    file = folder / "answers.txt"
    file.write_text("a process has its own address space\n---\nI do not know\n", encoding="utf-8")
    return str(file)


def _judgement(at: datetime, verdict: str) -> JudgementRecord:
    return JudgementRecord(
        created_at=at, path="a.py", problem="search-trends", problem_version="1", language="python",
        sandbox="docker", image_digest="", source_hash="", verdict=verdict, points=None, max_points=None,
        verdict_key=f"{at}",
    )  # fmt: skip


def _review(at: datetime, score: float) -> ReviewRecord:
    finding = {
        "rule": "S01", "category": "security", "severity": "high", "confidence": "high",
        "title": "키\x1b[31m", "advice": "", "evidence": [],
    }  # fmt: skip
    return ReviewRecord(
        at, "/src/shop<b>", "c0ffee1234", None, "ko", score, 1, 0, "", {"findings": [finding]}
    )


def test_before_anything_was_done_the_way_in_is_shown(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["progress"]) == 0
    assert "jobcoach next" in capsys.readouterr().out
    assert run(["next", "--lang", "ko"]) == 0
    assert "$ jobcoach interview -n 3" in capsys.readouterr().out
    assert not list(home.rglob("*.db"))


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("columns", [40, 80])
def test_all_of_it_fits_a_narrow_window(
    practised: Path,
    lang: str,
    columns: int,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    capsys.readouterr()
    assert run(["progress", "--lang", lang]) == 0
    out = capsys.readouterr().out
    assert "★" in out
    assert "\x1b" not in out
    assert max(map(width, out.splitlines())) <= max(columns, 60)


def test_the_figures_as_json(practised: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["progress", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["format"] == "jobcoach.progress/1"
    assert [each["score"] for each in document["reviews"][0]["reviews"]] == [62.0, 71.5]
    assert (
        document["problems"]["by_topic"]["hash"] == {"solved": 1, "tried": 1, "total": 1}
        or document["problems"]
    )
    assert document["interview"]["topics"][0]["topic"] == "os"
    assert document["streak"]["active_days"] == 3


def test_what_is_next_names_the_finding_and_the_topic(
    practised: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["next", "--json"]) == 0
    steps = json.loads(capsys.readouterr().out)["steps"]
    assert [each["command"] for each in steps][:1] == ["jobcoach interview --topic os"]
    assert "jobcoach review rules S01" in [each["command"] for each in steps]
    assert run(["next"]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_the_page_is_whole_and_escapes_what_others_wrote(
    practised: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = practised / "progress.html"
    assert run(["progress", "--html", str(page), "--lang", "ko"]) == 0
    text = page.read_text(encoding="utf-8")
    assert "/src/shop&lt;b&gt;" in text
    assert "<script" not in text
    assert "http" not in text.replace("http-equiv", "")


def test_since_is_a_day_or_a_span() -> None:
    today = NOW.date()
    assert read_since("30d", today) == today - timedelta(days=30)
    assert read_since("2w", today) == today - timedelta(weeks=2)
    assert read_since("2026-10-01", today).isoformat() == "2026-10-01"
    for wrong in ("", "d", "-3d", "yesterday", "99999999999d", "2026-13-01"):
        with pytest.raises(InputError):
            read_since(wrong, today)
