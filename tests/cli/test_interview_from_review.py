"""``jobcoach interview --from-review``: the questions that a review stored."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from portfolio_repositories import repository
from tea_questions import serve_tea

from jobcoach.cli.main import run
from jobcoach.interview.planning.planner import ReviewQuestion
from jobcoach.store import Store
from jobcoach.store.reviews import ReviewRecord

Capture = pytest.CaptureFixture[str]

RECORD = ReviewRecord(
    created_at=datetime(2026, 3, 1, tzinfo=UTC),
    location="x",
    commit=None,
    ref=None,
    lang="en",
    score=50.0,
    findings=0,
    questions=1,
    model="openai:gpt",
    review={
        "questions": [
            {
                "text": "Why does `A` lock the row?",
                "why": "a lock",
                "evidence": [{"path": "A.java", "start": 3, "end": 4, "quote": "lock()", "blob": ""}],
                "topic": "database",
                "key_points": [
                    {"statement": "Two orders at once would oversell.", "must": True, "probe": "Without it?"}
                ],
            }
        ]
    },
)


@pytest.fixture(autouse=True)
def tea(jobcoach_home: Path) -> None:
    serve_tea(jobcoach_home)


def keep(home: Path, record: ReviewRecord) -> int:
    with Store.open(home / "jobcoach.db") as store:
        return store.reviews.add(record)


def interview(capsys: Capture, tmp_path: Path, *argv: str) -> list[dict[str, Any]]:
    answers = tmp_path / "answers.txt"
    answers.write_text("\n---\n".join(["Two orders at once would oversell the stock."] * 4))
    line = ["interview", "--offline", "--lang", "en", "-n", "2", "--answers", str(answers), "--json", *argv]
    assert run(line) == 0
    questions: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["questions"]
    return [each for each in questions if each["id"].startswith("review.")]


def test_what_a_review_stored_is_asked(tmp_path: Path, capsys: Capture) -> None:
    assert run(["review", str(repository(tmp_path / "shop")), "--json"]) == 0
    stored = json.loads(capsys.readouterr().out)["questions"]
    for chosen in ("latest", "1"):
        (asked,) = interview(capsys, tmp_path, "--from-review", chosen, "--seed", "1")
        assert asked["question"] == stored[0]["text"]


def test_key_points_of_the_model_are_what_an_answer_is_graded_against(
    tmp_path: Path, capsys: Capture, jobcoach_home: Path
) -> None:
    keep(jobcoach_home, RECORD)
    (asked,) = interview(capsys, tmp_path, "--from-review", "latest")
    assert "A.java:3-4" in asked["reason"]
    (point,) = asked["grade"]["points"]
    assert point["id"] == "p1"
    assert point["verdict"] == "full"


def test_questions_of_a_review_are_answered_by_id_beside_those_of_the_bank(
    tmp_path: Path, capsys: Capture, jobcoach_home: Path
) -> None:
    texts = [{**RECORD.review["questions"][0], "text": f"Why {number}?"} for number in range(4)]
    keep(jobcoach_home, replace(RECORD, review={"questions": texts}))
    ids = [ReviewQuestion(text["text"]).id for text in texts[:3]]
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(dict.fromkeys([*ids, "tea.brew"], "It would oversell.")))
    line = ["interview", "--offline", "--answers", str(answers), "--json"]
    assert run([*line, "--from-review", "latest"]) == 0
    asked = [each["id"] for each in json.loads(capsys.readouterr().out)["questions"]]
    assert sorted(asked) == sorted([*ids, "tea.brew"])
    assert run([*line, "--lang", "en"]) == 2
    assert "There is no question 'review." in capsys.readouterr().err


@pytest.mark.parametrize("chosen", ["latest", "1", "0", "-1", "9" * 30, "٣", "x\x1b"])
def test_without_a_review_it_is_told_how_to_get_one(chosen: str, capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    assert (
        run(["interview", "--offline", f"--from-review={chosen}", "--answers", str(tmp_path / "a.txt")]) == 2
    )
    err = capsys.readouterr().err
    assert "jobcoach review" in err
    assert "\x1b" not in err


def test_a_review_that_is_broken_or_has_no_questions_is_told(
    capsys: Capture, jobcoach_home: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("x")
    for number, review in enumerate(({"questions": []}, {"questions": [{"text": 1}]}, {"questions": 3}), 1):
        assert keep(jobcoach_home, replace(RECORD, review=review)) == number
        assert (
            run(
                ["interview", "--offline", "--from-review", str(number), "--answers", str(tmp_path / "a.txt")]
            )
            == 2
        )
        assert f"review {number}" in capsys.readouterr().err
