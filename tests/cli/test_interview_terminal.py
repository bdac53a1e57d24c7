"""``jobcoach interview`` with a person at a terminal: a pseudo terminal, the real command, its real store."""

import json
import os
import signal
import stat
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tea_questions import BREW, GOOD, GOOD_KO, HALF, TOPIC, serve_tea
from terminal_session import (
    BACKSPACE,
    CTRL_C,
    CTRL_D,
    CTRL_U,
    ENTER,
    NEW_LINE,
    UP,
    Terminal,
    executable_script,
    pasted,
)

from jobcoach.interview.session.journal import read_transcript
from jobcoach.locations import find_locations
from jobcoach.reports.interview_json import interview_document
from jobcoach.store import Store

C_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
ARGV = ("interview", "--offline", "--topic", TOPIC, "--level", "junior", "--questions", "1")
FOLLOW_UP = "What happens after five minutes of steeping?"


@pytest.fixture(autouse=True)
def tea(jobcoach_home: Path) -> None:
    serve_tea(jobcoach_home)


def at_terminal(*argv: str, columns: int = 80, **environ: str) -> Terminal:
    """The junior question alone, in English if nothing else is said."""
    lang = () if "--lang" in argv or "--resume" in argv else ("--lang", "en")
    begin = argv if "--resume" in argv else (*ARGV, *argv)
    return Terminal(*begin, *lang, columns=columns, environ=environ)


def kept() -> dict[str, Any]:
    """The latest interview as the store has it."""
    with Store.open(find_locations().database) as store:
        (latest,) = store.interviews.latest(1)
        found = json.loads(json.dumps(interview_document(read_transcript(store.interviews, latest.id))))
    assert isinstance(found, dict)
    return found


def answers() -> list[str | None]:
    return [turn["answer"] for question in kept()["questions"] for turn in question["turns"]]


def test_a_whole_session_in_study() -> None:
    with at_terminal() as terminal:
        terminal.answer(HALF)
        terminal.expect("✓ Boiling water extracts the tannin.")
        assert "Steeping longer" not in terminal.expect(FOLLOW_UP)
        terminal.answer("Steeping longer than five minutes makes it bitter.")
        terminal.expect("✓ Steeping longer")
        terminal.expect("Reference answer")
        terminal.expect("1 graded")
        assert terminal.end() == 0
    assert answers() == [HALF, "Steeping longer than five minutes makes it bitter."]
    assert kept()["status"] == "finished"


@pytest.mark.parametrize("environ", [{}, C_LOCALE], ids=["utf-8", "c"])
def test_korean_is_typed_corrected_and_kept(environ: dict[str, str]) -> None:
    with at_terminal("--lang", "ko", **environ) as terminal:
        terminal.answer("끓는 물이 타닌을 우려냅니닫" + BACKSPACE + "다. 오 분 넘게 우리면 떫어집니다.")
        terminal.expect("모범 답안")
        terminal.expect("결과")
        assert terminal.end() == 0
    assert answers() == [GOOD_KO]


def test_a_paste_of_many_lines_is_one_answer_and_is_not_sent_by_itself() -> None:
    text = "\n".join(f"줄 {number}: {GOOD}" for number in range(200))
    with at_terminal() as terminal:
        terminal.expect("/help")
        terminal.press(pasted(text + "\n"))
        terminal.expect("199:")
        time.sleep(0.3)
        assert answers() == [None]
        terminal.press(ENTER)
        terminal.expect("Reference answer")
        assert terminal.end() == 0
    assert answers() == [text + "\n"]


def test_a_paste_that_the_terminal_does_not_mark_is_not_sent_by_itself() -> None:
    with at_terminal() as terminal:
        terminal.expect("/help")
        terminal.burst(b"one\rtwo\rthree\r")
        terminal.expect("three")
        time.sleep(0.3)
        assert answers() == [None]
        terminal.press(ENTER)
        terminal.expect("Follow-up")
    assert answers()[0] == "one\ntwo\nthree\n"


def test_new_lines_by_every_way() -> None:
    with at_terminal() as terminal:
        terminal.expect("/help")
        for keys in ("one", NEW_LINE, "two", "\n", "three\\", ENTER, "four"):
            terminal.press(keys)
            time.sleep(0.15)
        terminal.press(ENTER)
        terminal.expect("Follow-up")
    assert answers()[0] == "one\ntwo\nthree\nfour"


def test_commands_and_what_only_looks_like_one() -> None:
    with at_terminal() as terminal:
        terminal.answer("   ")
        terminal.expect("Nothing written yet")
        terminal.press("\x15")
        terminal.press("/help")
        time.sleep(0.2)
        terminal.press(ENTER)
        terminal.expect("/pause")
        terminal.answer("/hint", ready="Enter sends · ")
        terminal.expect("Think of the leaves in the water.")
        terminal.answer("/skp")
        terminal.expect("There is no /skp")
        terminal.press(CTRL_U)
        terminal.answer("/etc is an answer", ready="")
        terminal.expect("Follow-up")
        terminal.answer("/skip")
        terminal.expect("skipped")
        assert terminal.end() == 0
    found = kept()["questions"][0]
    assert [(turn["answer"], turn["skipped"], turn["hinted"]) for turn in found["turns"]] == [
        ("/etc is an answer", False, True),
        (None, True, False),
    ]


def test_a_word_after_a_slash_is_an_answer_when_it_is_sent_twice() -> None:
    with at_terminal() as terminal:
        terminal.answer("/tmp")
        terminal.answer("", ready="There is no /tmp")
        terminal.expect("Follow-up")
    assert answers()[0] == "/tmp"


def test_the_editor_is_given_the_draft_and_runs_without_a_shell(tmp_path: Path) -> None:
    editor = executable_script(tmp_path / "my editor", 'printf "; touch %s/owned\\n" "$PWD" >> "$1"\n')
    with at_terminal(EDITOR=f"'{editor}'") as terminal:
        terminal.expect("/help")
        terminal.press("a draft")
        terminal.press(NEW_LINE)
        terminal.answer("/edit", ready="")
        terminal.answer("", ready="Back from the editor")
        terminal.expect("Follow-up")
    (answer, _) = answers()
    assert answer is not None
    assert answer.startswith("a draft\n; touch ")


def test_an_editor_that_fails_leaves_the_draft(tmp_path: Path) -> None:
    with at_terminal(EDITOR="/nonexistent/editor") as terminal:
        terminal.expect("/help")
        terminal.press("the draft")
        terminal.press(NEW_LINE)
        terminal.answer("/edit", ready="")
        terminal.answer("", ready="does not start")
        terminal.expect("Follow-up")
    assert answers()[0] == "the draft"


def test_ctrl_c_clears_then_pauses_and_the_interview_goes_on_later() -> None:
    with at_terminal() as terminal:
        terminal.expect("/help")
        terminal.press("a draft")
        time.sleep(0.2)
        terminal.press(CTRL_C)
        terminal.expect("Cleared")
        terminal.press(CTRL_C)
        terminal.expect("--resume ")
        assert terminal.end() == 130
    assert kept()["status"] == "paused"
    with at_terminal("interview", "--resume") as terminal:
        terminal.expect("How does brewing time")
        terminal.expect("/help")
        terminal.press(UP)
        time.sleep(0.3)
        terminal.press(ENTER)
        terminal.expect("Follow-up")
        terminal.answer("/quit")
        terminal.expect("Reference answer")
        assert terminal.end() == 0
    assert answers()[0] == "a draft"
    assert kept()["status"] == "finished"


@pytest.mark.parametrize("how", ["/pause\r", CTRL_D])
def test_pausing_is_no_failure(how: str) -> None:
    with at_terminal() as terminal:
        terminal.expect("/help")
        for key in how:
            terminal.press(key)
            time.sleep(0.05)
        terminal.expect("To go on: jobcoach interview --resume")
        assert terminal.end() == 0
    assert kept()["status"] == "paused"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_pauses_and_leaves_the_terminal_as_it_was(number: signal.Signals) -> None:
    with at_terminal() as terminal:
        terminal.answer(HALF)
        terminal.expect("Follow-up")
        terminal.expect("/help")
        terminal.process.send_signal(number)
        terminal.expect("--resume ")
        assert terminal.end() == 130
    assert kept()["status"] == "paused"
    assert answers() == [HALF, None]


def test_killed_in_the_middle_nothing_submitted_is_lost() -> None:
    with at_terminal("--mode", "exam") as terminal:
        terminal.answer(HALF)
        terminal.expect("saved")
        terminal.expect(FOLLOW_UP)
        terminal.process.kill()
        assert terminal.end() == -signal.SIGKILL
    assert answers() == [HALF, None]
    with at_terminal("interview", "--resume") as terminal:
        terminal.expect("0 of 1 done")
        terminal.expect("How does brewing time change black tea?")
        terminal.expect(f"> {HALF}")
        terminal.expect(FOLLOW_UP)
        terminal.answer("Steeping longer than five minutes makes it bitter.")
        terminal.expect("1 graded")
        assert terminal.end() == 0
    assert kept()["mode"] == "exam"
    assert kept()["summary"]["score"] > 80


def test_resuming_the_latest_leaves_alone_what_is_open_in_another_window() -> None:
    with at_terminal() as terminal:
        terminal.answer("/pause")
        terminal.expect("--resume")
        assert terminal.end() == 0
    paused = kept()["id"]
    with at_terminal() as first:
        first.expect("/help")
        with at_terminal("interview", "--resume") as second:
            second.expect(f"ID {paused}")
            second.expect("/help")
            with at_terminal("interview", "--resume", "--lang", "en") as third:
                third.expect("are open in another window")
                assert third.end() == 2
            second.answer("/quit", ready="")
            assert second.end() == 0
        first.answer(GOOD, ready="")
        first.expect("Reference answer")
        assert first.end() == 0
    assert answers() == [GOOD]


def test_in_an_exam_the_time_runs_out_and_what_is_written_counts() -> None:
    with at_terminal("--mode", "exam", "--seconds-per-question", "3") as terminal:
        terminal.expect("0:0")
        terminal.press(HALF)
        terminal.expect("Time is up. What you have written was taken")
        terminal.expect("Time is up. Nothing was written")
        terminal.expect("Result")
        assert terminal.end() == 0
    assert answers() == [HALF, None]


def test_a_draft_outlives_a_resize() -> None:
    with at_terminal() as terminal:
        terminal.expect("/help")
        terminal.press("한글 초안 ")
        terminal.resize(50)
        time.sleep(0.2)
        terminal.resize(120)
        terminal.answer("끝", ready="")
        terminal.expect("Follow-up")
    assert answers()[0] == "한글 초안 끝"


def test_bytes_that_are_no_text_do_no_harm() -> None:
    with at_terminal() as terminal:
        terminal.expect("/help")
        terminal.press("\x1b[200~\udcff\udcfe\x00\x07tannin\x1b[201~")
        terminal.answer("", ready="tannin")
        terminal.expect("Follow-up")
    assert (answers()[0] or "").endswith("tannin")


def test_an_answer_that_is_too_long_is_refused_and_stays() -> None:
    with at_terminal() as terminal:
        terminal.expect("/help")
        terminal.press(pasted("x" * 100_500))
        terminal.answer("", ready="x" * 20)
        terminal.expect("too long")
        terminal.expect("/help")
        terminal.press(CTRL_C)
        terminal.answer("short", ready="Cleared")
        terminal.expect("Follow-up")
    assert answers()[0] == "short"


@pytest.fixture
def small_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home on a file system of 512 KiB."""
    place = tmp_path / "small"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("only root outside of a container can mount a small file system")
    monkeypatch.setenv("JOBCOACH_HOME", str(place))
    serve_tea(place)
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_on_a_full_disk_the_answer_stays_in_the_line_until_there_is_room(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    with at_terminal() as terminal:
        terminal.expect("/help")
        with pytest.raises(OSError, match="No space"):
            ballast.write_bytes(b"x" * (1 << 20))
        terminal.answer(GOOD + "!" * 5000, ready="")
        terminal.expect("full")
        assert answers() == [None]
        ballast.unlink()
        terminal.answer("", ready="/help")
        terminal.expect("Reference answer")
        assert terminal.end() == 0
    assert answers() == [GOOD + "!" * 5000]


def test_a_refused_answer_of_an_exam_is_not_taken_over_and_over(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    with at_terminal("--mode", "exam", "--seconds-per-question", "3") as terminal:
        terminal.expect("/help")
        with pytest.raises(OSError, match="No space"):
            ballast.write_bytes(b"x" * (1 << 20))
        terminal.press(pasted(GOOD + "!" * 5000))
        terminal.expect("Time is up")
        terminal.expect("full")
        time.sleep(1)
        ballast.unlink()
        terminal.press(ENTER)
        assert "Time is up" not in terminal.expect("saved")
    assert answers()[0] == GOOD + "!" * 5000


def test_own_answers_are_kept_for_the_owner_alone(jobcoach_home: Path) -> None:
    with at_terminal() as terminal:
        terminal.answer("an answer of mine")
        terminal.expect("Follow-up")
        terminal.answer("/quit")
        assert terminal.end() == 0
    file = jobcoach_home / "interview-answers"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "an answer of mine" in file.read_text(encoding="utf-8")
    assert "/quit" not in file.read_text(encoding="utf-8")


def test_json_of_a_session_at_a_terminal_is_all_there_is_on_stdout(tmp_path: Path) -> None:
    """The conversation is on stderr then; here both are one terminal, so the document is its last line."""
    with at_terminal("--json") as terminal:
        terminal.answer(GOOD)
        terminal.expect("Reference answer")
        terminal.expect('{"format": "jobcoach.interview/1"')
        assert terminal.end() == 0


def test_a_simple_terminal_serves_as_well() -> None:
    with at_terminal(TERM="dumb") as terminal:
        terminal.expect("How does brewing time")
        time.sleep(1)
        terminal.answer(GOOD, ready="")
        terminal.expect("Reference answer")
        assert terminal.end() == 0
    assert answers() == [GOOD]
    assert kept()["questions"][0]["id"] == BREW
