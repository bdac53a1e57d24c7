"""Interviews graded by a model on a server that fails in every way that matters here."""

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tea_questions import BREW, GOOD, HALF, POUR, TOPIC, serve_tea
from terminal_session import UP, Terminal
from test_main import START, child_environ

from jobcoach.cli.main import run

sys.path.insert(0, str(Path(__file__).parents[1] / "llm"))
from model_server import ModelServer, Request, Step, drop, hang, refuse, say, status, truncated

Capture = pytest.CaptureFixture[str]
MODEL = "openai:coach"


@pytest.fixture(autouse=True)
def tea(jobcoach_home: Path) -> None:
    serve_tea(jobcoach_home)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    with ModelServer() as server:
        server.default = generous
        monkeypatch.setenv("JOBCOACH_LLM__BASE_URL", server.base_url)
        monkeypatch.setenv("JOBCOACH_LLM__MODEL", MODEL)
        monkeypatch.setenv("JOBCOACH_LLM__ATTEMPTS", "1")
        yield server


def generous(request: Request) -> Step:
    """Full marks for every key point, with the answer's first sentence for evidence."""
    rubric, answer = re.findall(r"<untrusted \w+>\n(.*?)\n</untrusted", request.user_text, re.DOTALL)[:2]
    quote = answer.partition(".")[0]
    points = [
        {"id": point["id"], "quotes": [quote], "reasoning": "said", "verdict": "full"}
        for point in json.loads(rubric)["key_points"]
    ]
    return say(json.dumps({"points": points, "errors": []}))


def generous_text() -> str:
    """``generous`` on the junior question, as a text; the first point is whole in 6 of 8 pieces."""
    points = [
        {
            "id": "tannin",
            "quotes": ["Boiling water extracts the tannin"],
            "reasoning": "said",
            "verdict": "full",
        },
        {"id": "bitter", "quotes": [GOOD], "reasoning": "-", "verdict": "full"},
    ]
    return json.dumps({"points": points, "errors": []})


@pytest.fixture
def answers(tmp_path: Path) -> str:
    file = tmp_path / "answers.json"
    file.write_text(json.dumps({BREW: GOOD, POUR: "Cold milk protected the cup."}), encoding="utf-8")
    return str(file)


def interview(*argv: str) -> list[str]:
    return ["interview", "--lang", "en", "--topic", TOPIC, *argv]


def document(capsys: Capture, *argv: str, code: int = 0) -> dict[str, Any]:
    assert run([*argv, "--json"]) == code
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def graders(found: dict[str, Any]) -> list[str]:
    return [question["grade"]["grader"] for question in found["questions"]]


def test_a_configured_model_grades(server: ModelServer, answers: str, capsys: Capture) -> None:
    found = document(capsys, *interview("--answers", answers))
    assert graders(found) == ["coach", "coach"] or graders(found) == [MODEL, MODEL]
    assert found["summary"]["score"] == 100
    assert server.count == 2


def test_offline_sends_nothing(server: ModelServer, answers: str, capsys: Capture) -> None:
    posting = ["--posting", answers]
    found = document(capsys, *interview("--offline", "--answers", answers, *posting))
    assert graders(found) == ["offline", "offline"]
    assert server.count == 0


def test_the_same_interview_again_asks_the_server_nothing(
    server: ModelServer, answers: str, capsys: Capture
) -> None:
    first = document(capsys, *interview("--answers", answers))
    asked = server.count
    again = document(capsys, *interview("--answers", answers))
    assert server.count == asked
    assert again["summary"] == first["summary"]


def test_when_the_model_stays_away_the_offline_grader_goes_on(
    server: ModelServer, answers: str, capsys: Capture
) -> None:
    server.default = status(503)
    found = document(capsys, *interview("--answers", answers))
    assert graders(found) == ["offline", "offline"]
    assert found["grader"] == "offline"


def test_or_the_interview_is_paused_with_the_answer_kept_and_graded_later(
    server: ModelServer, answers: str, capsys: Capture
) -> None:
    server.default = status(401)
    found = document(capsys, *interview("--answers", answers, "--when-model-fails", "pause"))
    assert found["status"] == "paused"
    (turn, *_) = (turn for question in found["questions"] for turn in question["turns"])
    assert turn["answer"] is not None
    server.default = generous
    graded = document(capsys, "interview", "grade", found["id"])
    assert graded["summary"]["score"] == 100
    assert document(capsys, "interview", "--resume", "--answers", answers)["status"] == "finished"


def test_what_cannot_be_graded_is_ungraded_and_never_0(
    server: ModelServer, answers: str, capsys: Capture
) -> None:
    server.default = say("I would rather not.")
    found = document(capsys, *interview("--answers", answers))
    assert [question["grade"]["status"] for question in found["questions"]] == ["ungraded", "ungraded"]
    assert found["summary"]["score"] is None
    assert run(["interview", "show", found["id"]]) == 0
    assert f"jobcoach interview grade {found['id']}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("step", "told", "mend"),
    [
        (refuse("not my business"), "refused to answer: not my business", "rephrase"),
        (truncated('{"points": ['), "was cut off", "llm.max_output_tokens"),
        (say('{"points": [], "errors": []}'), "it leaves out key points", "a larger model"),
    ],
    ids=["refused", "truncated", "points left out"],
)
def test_why_a_reply_could_not_be_used_is_told_and_what_mends_it(
    server: ModelServer, answers: str, capsys: Capture, step: Step, told: str, mend: str
) -> None:
    server.default = step
    assert run(interview("--questions", "1", "--answers", answers)) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert told in shown
    assert mend in shown
    assert run(["--lang", "en", "interview", "grade", "latest"]) == 0
    shown = " ".join(capsys.readouterr().err.split())
    assert told in shown
    assert mend in shown


def test_grading_later_while_the_model_is_still_away_ends_with_3(
    server: ModelServer, answers: str, capsys: Capture
) -> None:
    server.default = status(503)
    document(capsys, *interview("--answers", answers, "--when-model-fails", "pause"))
    capsys.readouterr()
    assert run(["interview", "grade", "latest", "--lang", "en"]) == 3
    assert "has a fault of its own: a fault\n  try: try again later" in capsys.readouterr().err
    assert run(["interview", "grade", "latest", "--offline"]) == 0


def test_a_model_grades_again_what_was_graded_offline(
    server: ModelServer, answers: str, capsys: Capture
) -> None:
    document(capsys, *interview("--offline", "--answers", answers))
    assert set(graders(document(capsys, "interview", "grade", "latest"))) != {"offline"}


def test_samples_show_their_spread(server: ModelServer, answers: str, capsys: Capture) -> None:
    found = document(capsys, *interview("--answers", answers, "--samples", "3"))
    assert found["questions"][0]["grade"]["spread"] == {"samples": 3, "lowest": 100, "highest": 100}


@pytest.mark.parametrize(
    ("choice", "end"), [("offline", "1 graded"), ("3", "--resume"), ("/quit", "--resume")]
)
def test_at_a_terminal_the_candidate_chooses(server: ModelServer, choice: str, end: str) -> None:
    server.default = status(503)
    argv = interview("--questions", "1", "--level", "junior")
    with Terminal(*argv) as terminal:
        terminal.answer(GOOD if choice == "offline" else HALF)
        terminal.expect("Your answer is kept")
        terminal.answer("what?", ready="3 pause")
        terminal.answer(choice, ready="3 pause")
        terminal.expect(end)
        assert terminal.end() == 0


def test_at_a_terminal_a_second_try_may_succeed(server: ModelServer) -> None:
    server.script(status(503))
    with Terminal(*interview("--questions", "1", "--level", "junior")) as terminal:
        terminal.answer(GOOD)
        terminal.answer("1", ready="3 pause")
        terminal.expect("✓ Boiling water")
        terminal.expect("100 / 100")
        assert terminal.end() == 0


def test_a_choice_cannot_be_called_back_as_an_answer(server: ModelServer, jobcoach_home: Path) -> None:
    server.default = status(503)
    with Terminal(*interview("--questions", "2")) as terminal:
        terminal.answer(GOOD)
        terminal.answer("what?", ready="3 pause")
        terminal.answer("2", ready="3 pause")
        terminal.expect("/help")
        terminal.press(UP)
        terminal.expect(GOOD[:40])
    kept = (jobcoach_home / "interview-answers").read_text(encoding="utf-8")
    assert [line for line in kept.splitlines() if line.startswith("+")] == [f"+{GOOD}"]


def cut_off(request: Request) -> Step:
    """The first point's verdict, whole, and then the limit of tokens."""
    whole = generous(request).content or ""
    return truncated(whole[: whole.index("}") + 1])


VOID = "The ✓ shown for this answer does not count."


def test_a_verdict_that_was_seen_of_a_reply_that_is_cut_off_is_taken_back(
    server: ModelServer, answers: str, capsys: Capture
) -> None:
    server.default = cut_off
    assert run(interview("--level", "junior", "--questions", "1", "--answers", answers)) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert out.index("✓") < out.index("was cut off") < out.index(VOID) < out.lower().index("not graded:")
    assert out.count(VOID) == 1


def test_after_a_second_try_the_verdict_is_seen_again_and_counts(server: ModelServer) -> None:
    server.script(drop(6, generous_text()), generous)
    with Terminal(*interview("--questions", "1", "--level", "junior")) as terminal:
        terminal.answer(GOOD)
        terminal.expect("✓ Boiling water")
        terminal.expect("does not count")
        terminal.answer("1", ready="3 pause")
        terminal.expect("✓ Boiling water")
        terminal.expect("100 / 100")
        assert terminal.end() == 0


def test_without_a_verdict_nothing_is_taken_back(server: ModelServer, answers: str, capsys: Capture) -> None:
    server.default = truncated('{"points": [')
    assert run(interview("--questions", "1", "--answers", answers)) == 0
    assert "does not count" not in capsys.readouterr().out


def test_a_verdict_that_a_repeated_request_does_not_confirm_is_taken_back(
    server: ModelServer, answers: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOBCOACH_LLM__ATTEMPTS", "2")
    server.script(drop(6, generous_text()))
    server.default = lambda request: say((generous(request).content or "").replace("full", "none"))
    assert run(interview("--level", "junior", "--questions", "1", "--answers", answers)) == 0
    out = capsys.readouterr().out
    assert out.index("✓ Boiling water") < out.index("The ✓ above is taken back: Boiling water")
    assert "✗ Boiling water" in out


def test_taken_up_while_the_model_is_silent_the_candidate_sees_what_is_waited_for(
    server: ModelServer,
) -> None:
    server.default = hang()
    with Terminal(*interview("--questions", "1", "--level", "junior")) as terminal:
        terminal.answer(HALF)
        terminal.expect("grading")
        terminal.process.kill()
        terminal.end()
    with Terminal("interview", "--resume", "--lang", "en") as terminal:
        terminal.expect("How does brewing time change black tea?")
        terminal.expect(f"> {HALF}")
        terminal.expect("grading")
        terminal.process.send_signal(signal.SIGINT)
        terminal.expect("To go on: jobcoach interview --resume ")
        assert terminal.end() == 130
    server.default = generous
    with Terminal("interview", "--resume", "--lang", "en") as terminal:
        terminal.expect("✓ Boiling water")
        terminal.expect("100 / 100")
        assert terminal.end() == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_while_grading_the_answer_is_kept_and_the_way_on_is_shown(
    server: ModelServer, answers: str, capsys: Capture, number: signal.Signals
) -> None:
    server.default = hang()
    child = subprocess.Popen(
        [*START, *interview("--answers", answers)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        env=child_environ(),
    )
    try:
        deadline = time.monotonic() + 30
        while not server.count and time.monotonic() < deadline:
            time.sleep(0.02)
        child.send_signal(number)
        _, err = child.communicate(timeout=30)
    finally:
        child.kill()
        child.wait()
    assert child.returncode == 130
    assert "jobcoach interview --resume " in err
    server.default = generous
    found = document(capsys, "interview", "--resume", "--answers", answers)
    assert found["status"] == "finished"
    assert found["summary"]["score"] == 100
    assert all(len(question["turns"]) == 1 for question in found["questions"])
