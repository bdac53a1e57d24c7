import json
import unicodedata
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jobcoach.cli.main import run
from jobcoach.judge.task import JudgeOptions
from jobcoach.store import JudgementRecord, Store, TestRecord
from jobcoach.store.reviews import ReviewRecord
from jobcoach.text import width

RECORD = JudgementRecord(
    created_at=datetime(2026, 3, 1, 9, 30, tzinfo=UTC),
    path="two-sum.py",
    problem="two-sum",
    problem_version="a" * 64,
    language="python",
    sandbox="docker",
    image_digest="sha256:" + "b" * 64,
    source_hash="c" * 64,
    verdict="WA",
    points=40.0,
    max_points=100.0,
    verdict_key="key",
    compile_seconds=0.25,
    message="",
    options={"time_factor": 2.0},
    tests=(
        TestRecord("sample/1", "sample", "AC", 0.0123, 0.0201, 9_000_000),
        TestRecord("secret/가나다", "secret", "WA", 1.5, 2.0, 90_000_000, 0.0, "토큰이 다릅니다 \x1b[31m"),
    ),
)
HOSTILE = replace(
    RECORD,
    path="evil\x1b]0;x\x07/\u202egnp.py",
    problem="[bold red]x[/]",
    verdict="CE",
    points=None,
    compile_ok=False,
    compile_output="a.c:1: 오류\n\x1b[2J[red]no[/red]",
)
LONG = replace(
    RECORD, path="풀이/" * 30 + unicodedata.normalize("NFD", "각.py"), problem="아주긴문제이름" * 6
)


@pytest.fixture
def stored(jobcoach_home: Path) -> list[int]:
    with Store.open(jobcoach_home / "jobcoach.db") as store:
        return [store.judgements.add(record) for record in (RECORD, HOSTILE, LONG)]


def test_nothing_judged_yet(jobcoach_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["history"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "nothing has been judged yet\n"
    assert not jobcoach_home.exists()
    assert run(["history", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "format": "jobcoach.history/1",
        "judgements": [],
        "reviews": [],
    }


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_list_is_newest_first_aligned_and_fits(
    stored: list[int], lang: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert run(["history", "--lang", lang]) == 0
    head, *rows = capsys.readouterr().out.splitlines()
    assert [int(row.split()[0]) for row in rows] == stored[::-1]
    assert max(width(line) for line in (head, *rows)) <= 80
    starts = {width(line[: line.index(word)]) for line, word in zip(rows, ("WA", "CE", "WA"), strict=True)}
    assert len(starts) == 1
    assert len({width(row[: row.index("python")]) for row in rows}) == 1
    assert rows[0].endswith("각.py") or rows[0].endswith(unicodedata.normalize("NFD", "각.py"))


def test_what_others_wrote_does_not_reach_the_terminal(
    stored: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    for argv in (["history"], ["history", "2"], ["history", "1"], ["history", "2", "--json"]):
        assert run(argv) == 0
    out = capsys.readouterr().out
    assert not set(out) & {"\x1b", "\x07", "\u202e"}
    assert "[bold red]x[/]" in out
    assert "\\x1b[2J[red]no[/red]" in out


def test_one_judgement_with_its_tests(stored: list[int], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["history", "1"]) == 0
    page = capsys.readouterr().out
    for text in ("WA  40/100", "two-sum.py", "docker sha256:bbbbbbbbbbbb\n", "c" * 64, "time_factor=2.0"):
        assert text in page
    *_, head, first, second = page.splitlines()
    assert head.split() == ["test", "verdict", "CPU", "wall", "memory", "message"]
    assert first.split() == ["sample/1", "AC", "12", "ms", "20", "ms", "8.6", "MiB"]
    assert second.split()[:2] == ["secret/가나다", "WA"]
    assert width(first[: first.index("AC")]) == width(second[: second.index("WA")])


def test_by_problem_and_limit(stored: list[int], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["history", "--problem", "two-sum", "--json"]) == 0
    assert [row["id"] for row in json.loads(capsys.readouterr().out)["judgements"]] == [1]
    assert run(["history", "-n", "2", "--json"]) == 0
    assert [row["id"] for row in json.loads(capsys.readouterr().out)["judgements"]] == [3, 2]


def test_json_of_one(stored: list[int], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["history", "1", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["format"] == "jobcoach.history/1"
    judgement = document["judgement"]
    assert judgement["created_at"] == "2026-03-01T09:30:00Z"
    assert judgement["compile"] == {"ok": True, "seconds": 0.25, "output": ""}
    assert judgement["tests"][1] == {
        "name": "secret/가나다",
        "group": "secret",
        "verdict": "WA",
        "cpu_seconds": 1.5,
        "wall_seconds": 2.0,
        "memory_bytes": 90_000_000,
        "points": 0.0,
        "message": "토큰이 다릅니다 \x1b[31m",
    }


@pytest.mark.parametrize("number", ["4", "99999999999999999999999"])
def test_an_unknown_id_is_unusable_input(
    stored: list[int], number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["history", number, "--json"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [f"error: there is no judgement {number}", "  try: jobcoach history"]


@pytest.mark.parametrize("argv", [["0"], ["-1"], ["x"], ["--limit", "0"], ["--limit", "x"]])
def test_wrong_usage(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["history", *argv]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_corrupt_database_is_set_aside_with_a_word(
    jobcoach_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    jobcoach_home.mkdir()
    (jobcoach_home / "jobcoach.db").write_bytes(b"no database at all " * 99)
    assert run(["history", "--json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["judgements"] == []
    assert "jobcoach.db.corrupt-1" in err


def test_a_database_that_cannot_be_opened_is_3(
    jobcoach_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (jobcoach_home / "jobcoach.db").mkdir(parents=True)
    assert run(["history"]) == 3
    what, mend = capsys.readouterr().err.splitlines()
    assert "jobcoach.db cannot be used" in what
    assert "JOBCOACH_HOME" in mend


def test_what_ran_without_isolation_is_marked(
    jobcoach_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store.open(jobcoach_home / "jobcoach.db") as store:
        store.judgements.add(RECORD)
        store.judgements.add(replace(RECORD, sandbox="process", verdict="AC"))
    assert run(["history"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[1] for line in lines[1:3]] == ["AC!", "WA"]
    assert "without isolation" in lines[3]


def test_a_problem_without_judgements_is_named(stored: list[int], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["history", "--problem", "nope"]) == 0
    assert "nope" in capsys.readouterr().err


def test_only_unusual_options_are_shown(jobcoach_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    usual = asdict(JudgeOptions())
    with Store.open(jobcoach_home / "jobcoach.db") as store:
        store.judgements.add(replace(RECORD, options=usual))
        store.judgements.add(replace(RECORD, options={**usual, "stop_on_fail": True, "time_factor": 2.0}))
    shown = []
    for number in ("1", "2"):
        assert run(["history", number]) == 0
        shown.append(capsys.readouterr().out)
    assert "options" not in shown[0]
    assert "stop_on_fail, time_factor=2.0" in shown[1]


def test_reviews_stand_below_the_judgements(
    stored: list[int],
    jobcoach_home: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    review = ReviewRecord(
        created_at=RECORD.created_at,
        location="https://example.com/가나다/" + "long/" * 20 + "\x1b[31mshop",
        commit="a" * 40,
        ref="main",
        lang="ko",
        score=71.5,
        findings=12,
        questions=15,
        model="",
        review={"questions": []},
    )
    with Store.open(jobcoach_home / "jobcoach.db") as store:
        store.reviews.add(review)
    assert run(["history"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines.index("Reviews") > 3
    assert "71.5" in lines[-1]
    assert "\x1b" not in lines[-1]
    assert max(map(width, lines)) <= 80
    assert run(["history", "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["reviews"]
    assert (found["id"], found["score"], found["findings"], found["model"]) == (1, 71.5, 12, None)
    assert run(["history", "--problem", RECORD.problem]) == 0
    assert "Reviews" not in capsys.readouterr().out
