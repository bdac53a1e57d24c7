"""``jobcoach calibrate`` from a CSV to figures, with the offline grader and with a model on loopback."""

import csv
import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from jobcoach.cli.calibrate.progress import GradingProgress
from jobcoach.cli.context import AppContext
from jobcoach.cli.main import run
from jobcoach.text import width

sys.path.insert(0, str(Path(__file__).parents[1] / "llm"))
from model_server import ModelServer, Request, Step, say, status

Capture = pytest.CaptureFixture[str]
COLUMNS = ["question_id", "question", "reference", "answer", "score", "score2", "max_score"]
TOPICS = {
    "stack": ("What is a stack?", "A stack is a list in which the item added last is removed first."),
    "queue": (
        "What is a queue?",
        "A queue keeps elements so that the element enqueued first is dequeued first.",
    ),
    "heap": (
        "What is a heap?",
        "A heap is a complete binary tree whose parent nodes are never larger than children.",
    ),
    "hash": (
        "What is a hash table?",
        "A hash table stores values under keys and finds buckets by a hash function.",
    ),
    "tree": (
        "What is a search tree?",
        "In a search tree smaller keys go left and larger keys go right of a node.",
    ),
    "graph": (
        "What is a graph?",
        "A graph consists of vertices and of edges that connect pairs of vertices.",
    ),
}
ISSUE_KEYS = {
    "format", "grader", "n", "questions", "pearson", "pearson_ci", "spearman", "qwk", "mae", "rmse",
    "rmse_rescaled", "bias", "human", "by_band", "repeatability", "adversarial",
}  # fmt: skip


def rows() -> list[list[object]]:
    chance = random.Random(1)
    found: list[list[object]] = []
    for name, (question, reference) in TOPICS.items():
        words = reference.split()
        for share, score in ((1.0, 5), (0.6, 3), (0.3, 1), (0.0, 0)):
            answer = " ".join(words[: round(len(words) * share)]) or "The weather is nice."
            found.append([name, question, reference, answer, score, max(0, score - chance.choice([0, 1])), 5])
    return found


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write(tmp_path / "gold.csv", rows())


def write(path: Path, content: list[list[object]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *content])
    return path


def document(capsys: Capture, *argv: str, code: int = 0) -> dict[str, Any]:
    assert run(["calibrate", *argv, "--json"]) == code, capsys.readouterr().err
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def test_the_figures_of_the_offline_grader(gold: Path, capsys: Capture) -> None:
    found = document(capsys, str(gold))
    assert set(found) >= ISSUE_KEYS
    assert found["format"] == "jobcoach.calibration/1"
    assert (found["grader"], found["model"], found["n"], found["questions"]) == ("offline", None, 24, 6)
    assert found["pearson"] > 0.8
    low, high = found["pearson_ci"]
    assert -1 <= low <= found["pearson"] <= high <= 1
    assert set(found["human"]) >= {"pearson", "rmse", "qwk"}
    assert sum(band["n"] for band in found["by_band"]) == 24
    assert found["adversarial"] == []
    assert found["repeatability"] is None


def test_the_answers_may_come_from_standard_input(
    gold: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    named = document(capsys, str(gold))
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(gold.read_bytes())))
    piped = document(capsys, "-")
    assert piped["data"] == {"name": "-", "hash": named["data"]["hash"]}
    assert piped["pearson"] == named["pearson"]


def test_the_same_twice_gives_the_same(gold: Path, capsys: Capture) -> None:
    first, second = (document(capsys, str(gold), "--adversarial", "--seed", "3") for _ in range(2))
    assert {**first, "id": 0} == {**second, "id": 0}
    assert second["id"] == first["id"] + 1


def test_the_nine_cases_have_a_limit_on_the_files_scale(tmp_path: Path, capsys: Capture) -> None:
    ten = [[*row[:4], row[4] * 2, "", 10] for row in rows()]  # type: ignore[operator] # a score
    found = document(capsys, str(write(tmp_path / "ten.csv", ten)), "--adversarial")
    assert len(found["adversarial"]) == 9
    assert set(found["adversarial"][0]) >= {"case", "mean_score", "limit", "ok"}
    by_case = {case["case"]: case for case in found["adversarial"]}
    assert by_case["negated_reference"]["limit"] == 3
    assert by_case["reference"]["mean_score"] >= 9
    assert found["max_score"] == 10
    assert found["human"] is None


def test_the_limit_takes_whole_questions(gold: Path, capsys: Capture) -> None:
    found = document(capsys, str(gold), "--limit", "2")
    assert (found["n"], found["questions"]) == (8, 2)


def test_repeated_grading_of_the_offline_grader_is_exact(gold: Path, capsys: Capture) -> None:
    found = document(capsys, str(gold), "--repeat", "3")
    assert found["repeatability"] == {"k": 3, "n": 24, "mean_spread": 0, "max_spread": 0, "exact_share": 1}


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_report_is_aligned_and_fits(gold: Path, lang: str, capsys: Capture) -> None:
    assert run(["calibrate", str(gold), "--adversarial", "--repeat", "2", "--lang", lang]) == 0
    out, err = capsys.readouterr()
    assert max(map(width, out.splitlines())) <= 110
    assert ("피어슨 r" if lang == "ko" else "Pearson r") in out
    assert "--baseline 1" in err
    cases = [line for line in out.splitlines() if line.startswith(("✓", "✗"))]
    assert len(cases) == 9
    assert len({width(line) for line in cases}) == 1


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_bank_has_its_cases_without_people(lang: str, capsys: Capture) -> None:
    found = document(capsys, f"bank:{lang}", "--limit", "30")
    assert (found["n"], found["questions"], found["pearson"]) == (0, 30, None)
    assert [case["n"] for case in found["adversarial"]] == [30] * 9
    assert all(case["ok"] for case in found["adversarial"])


def test_a_baseline_that_is_no_better_is_kept(gold: Path, capsys: Capture) -> None:
    first = document(capsys, str(gold), "--adversarial")
    for asked in (str(first["id"]), "latest"):
        found = document(capsys, str(gold), "--adversarial", "--baseline", asked)
        assert found["baseline"]["regressed"] is False
        assert found["baseline"]["changes"][0]["interval"] == [0, 0]


def test_the_calibrations_are_listed(gold: Path, capsys: Capture) -> None:
    assert run(["calibrate"]) == 0
    assert "nothing has been calibrated" in capsys.readouterr().err
    document(capsys, str(gold))
    assert run(["calibrate"]) == 0
    assert "gold.csv" in capsys.readouterr().out
    assert run(["calibrate", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["calibrations"][0]["n"] == 24


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["nowhere.csv"], "nowhere.csv"),
        (["bank:ja"], "bank:ja"),
        (["bank:ko", "--baseline", "7"], "7번 측정이 없습니다"),
        (["bank:ko", "--baseline", "x"], "x번 측정이 없습니다"),
        (["bank:ko", "--model", "m"], "--grader model"),
        (["bank:ko", "--grader", "model", "--no-cache", "--refresh"], "함께 쓸 수 없습니다"),
    ],
)
def test_wrong_use_is_told_in_korean(argv: list[str], told: str, capsys: Capture) -> None:
    assert run(["calibrate", *argv, "--lang", "ko"]) == 2
    assert told in capsys.readouterr().err


def test_a_file_that_cannot_be_used_names_the_line(tmp_path: Path, capsys: Capture) -> None:
    bad = write(tmp_path / "bad.csv", [["1", "q", "r", "a", 7, "", 5]])
    assert run(["calibrate", str(bad), "--lang", "ko"]) == 2
    assert "2행: score 값 7: 0부터 5 사이여야 합니다" in capsys.readouterr().err
    (tmp_path / "wrong.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert run(["calibrate", str(tmp_path / "wrong.csv"), "--lang", "ko"]) == 2
    assert "1행: 열이 없습니다: question_id" in capsys.readouterr().err


def test_a_baseline_of_other_answers_is_refused(gold: Path, capsys: Capture) -> None:
    first = document(capsys, str(gold))
    assert run(["calibrate", str(gold), "--limit", "2", "--baseline", str(first["id"])]) == 2
    assert "other answers" in capsys.readouterr().err
    assert run(["calibrate", str(gold), "--limit", "2", "--baseline", "latest"]) == 2


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    with ModelServer(default=by_length) as server:
        monkeypatch.setenv("JOBCOACH_LLM__BASE_URL", server.base_url)
        monkeypatch.setenv("JOBCOACH_LLM__MODEL", "openai:coach")
        monkeypatch.setenv("JOBCOACH_LLM__ATTEMPTS", "1")
        yield server


def reply(request: Request, verdict: str, quote: str) -> Step:
    rubric = re.findall(r"<untrusted \w+>\n(.*?)\n</untrusted", request.user_text, re.DOTALL)[0]
    points = [
        {"id": point["id"], "quotes": [quote] if quote else [], "reasoning": "so", "verdict": verdict}
        for point in json.loads(rubric)["key_points"]
    ]
    return say(json.dumps({"points": points, "errors": []}))


def answer_in(request: Request) -> str:
    return re.findall(r"<untrusted \w+>\n(.*?)\n</untrusted", request.user_text, re.DOTALL)[1]


def by_length(request: Request) -> Step:
    """A model that takes long answers for good ones."""
    answer = answer_in(request)
    words = len(answer.split())
    verdict = "full" if words > 9 else "partial" if words > 6 else "none"
    return reply(request, verdict, answer if verdict != "none" else "")


def test_a_model_is_measured_and_its_answers_are_cached(
    server: ModelServer, gold: Path, capsys: Capture
) -> None:
    found = document(capsys, str(gold), "--grader", "model")
    assert (found["grader"], found["n"], found["ungraded"]) == ("model", 24, 0)
    assert found["model"]
    assert found["prompt_version"]
    assert found["pearson"] > 0.7
    asked = server.count
    assert asked >= 24
    again = document(capsys, str(gold), "--grader", "model")
    assert server.count == asked
    assert {**again, "id": 0} == {**found, "id": 0}


def test_no_score_of_people_reaches_the_model(server: ModelServer, tmp_path: Path, capsys: Capture) -> None:
    marked = [[*row[:4], 4.8125, 3.4375, 7.6875] for row in rows()]
    document(capsys, str(write(tmp_path / "marked.csv", marked)), "--grader", "model")
    sent = json.dumps([request.body for request in server.requests])
    assert not re.search(r"4\.8125|3\.4375|7\.6875", sent)


def test_repeats_ask_the_model_anew(server: ModelServer, gold: Path, capsys: Capture) -> None:
    asked: dict[str, int] = {}

    def changing(request: Request) -> Step:
        answer = answer_in(request)
        asked[answer] = asked.get(answer, 0) + 1
        return reply(request, "full" if asked[answer] == 1 else "partial", answer)

    server.default = changing
    found = document(capsys, str(gold), "--grader", "model", "--repeat", "2", "--limit", "3", "--jobs", "1")
    assert found["repeatability"]["k"] == 2
    assert found["repeatability"]["exact_share"] < 0.5
    assert found["repeatability"]["max_spread"] > 1


def test_answers_that_a_model_does_not_grade_are_counted(
    server: ModelServer, gold: Path, capsys: Capture
) -> None:
    server.default = lambda request: (
        say("no JSON at all") if "weather" in answer_in(request) else by_length(request)
    )
    assert run(["calibrate", str(gold), "--grader", "model", "--json"]) == 0
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert (found["n"], found["ungraded"]) == (18, 6)
    assert found["by_band"][0]["human"] > 0
    assert "6 answers could not be graded" in err


def test_a_model_that_is_away_is_not_asked_for_ever(server: ModelServer, gold: Path, capsys: Capture) -> None:
    server.default = status(503)
    assert run(["calibrate", str(gold), "--grader", "model", "--jobs", "1"]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert "error:" in err
    assert server.count < 24


def test_without_a_model_there_is_nothing_to_measure(gold: Path, capsys: Capture) -> None:
    assert run(["calibrate", str(gold), "--grader", "model"]) == 3
    assert "no model is configured" in capsys.readouterr().err


def test_a_model_that_became_worse_is_a_regression(server: ModelServer, gold: Path, capsys: Capture) -> None:
    good = document(capsys, str(gold), "--grader", "model", "--adversarial")
    server.default = lambda request: reply(request, "full", answer_in(request).split(".")[0])
    argv = ["--grader", "model", "--adversarial", "--refresh", "--baseline", str(good["id"])]
    found = document(capsys, str(gold), *argv, code=1)
    assert found["baseline"]["regressed"] is True
    assert any(change["regressed"] for change in found["baseline"]["changes"])
    assert run(["calibrate", str(gold), *argv]) == 1
    assert "worse than the baseline" in capsys.readouterr().out


def test_an_interrupted_calibration_waits_for_no_reply_and_keeps_nothing(
    gold: Path, jobcoach_home: Path
) -> None:
    with ModelServer(delay_seconds=600, default=by_length) as server:
        environ = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(sys.path),
            "JOBCOACH_LLM__BASE_URL": server.base_url,
            "JOBCOACH_LLM__MODEL": "openai:coach",
        }
        command = [sys.executable, "-m", "jobcoach.cli.main", "calibrate", str(gold), "--grader", "model"]
        with subprocess.Popen(
            command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            deadline = time.monotonic() + 60
            while server.count < 3 and time.monotonic() < deadline:
                time.sleep(0.05)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=60)
        assert process.returncode == 130, err
        assert out == b""
        assert b"Traceback" not in err
        assert server.count < 24
    assert run(["calibrate"]) == 0


def test_progress_is_said_now_and_then_where_no_line_can_move(capsys: Capture) -> None:
    app = AppContext(lang="en", lang_given=True, json=False, quiet=False, debug=False)
    moments = iter([0.0, 1.0, 20.0, 21.0, 40.0, 41.0])
    progress = GradingProgress(app, "answers", clock=lambda: next(moments))
    for done in range(1, 6):
        progress(done, 5)
    assert capsys.readouterr().err.splitlines() == [
        "answers: 2 of 5, about 30 s left",
        "answers: 4 of 5, about 10 s left",
    ]
