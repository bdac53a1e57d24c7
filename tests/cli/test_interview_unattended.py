"""``jobcoach interview`` with its answers in a file: the whole command with its store."""

import io
import json
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from tea_questions import BREW, GOOD, GOOD_KO, HALF, POUR, TOPIC, serve_tea
from test_main import START, child_environ

from jobcoach.cli.main import run
from jobcoach.interview.bank.load import load_bank
from jobcoach.text import width

Capture = pytest.CaptureFixture[str]
Save = Callable[[object], str]


@pytest.fixture(autouse=True)
def tea(jobcoach_home: Path) -> None:
    serve_tea(jobcoach_home)


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Save answers; texts as they are, all else as JSON."""

    def save(answers: object) -> str:
        file = tmp_path / "answers"
        file.write_text(answers if isinstance(answers, str) else json.dumps(answers), encoding="utf-8")
        return str(file)

    return save


def interview(*argv: str) -> list[str]:
    return ["interview", "--offline", "--lang", "en", "--topic", TOPIC, *argv]


def document(capsys: Capture, *argv: str) -> dict[str, Any]:
    assert run([*argv, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


class TestJson:
    def test_it_is_one_document_of_the_agreed_shape(self, save: Save, capsys: Capture) -> None:
        answers = save({BREW: [HALF, "After five minutes of steeping it gets bitter."], POUR: None})
        found = document(capsys, *interview("--answers", answers))
        assert found["format"] == "jobcoach.interview/1"
        assert (found["lang"], found["grader"], found["status"]) == ("en", "offline", "finished")
        brew, pour = sorted(found["questions"], key=lambda each: each["id"])
        assert brew["question"] == "How does brewing time change black tea?"
        assert brew["reason"]
        assert [(turn["kind"], turn["answer"]) for turn in brew["turns"]] == [
            ("main", HALF),
            ("follow_up", "After five minutes of steeping it gets bitter."),
        ]
        grade = brew["grade"]
        assert grade["status"] == "graded"
        assert grade["spread"] is None
        assert grade["injection_suspected"] is False
        assert grade["errors"] == []
        for point in grade["points"]:
            assert {"id", "verdict", "quotes", "reasoning"} <= point.keys()
            assert all(quote in HALF + brew["turns"][1]["answer"] for quote in point["quotes"])
        assert (pour["skipped"], pour["grade"]) == (True, None)
        assert found["summary"]["score"] == grade["score"] == found["summary"]["by_topic"][TOPIC]

    def test_nothing_else_goes_to_stdout_and_quiet_says_nothing(self, save: Save, capsys: Capture) -> None:
        answers = save({BREW: GOOD})
        assert run(interview("--answers", answers, "--json")) == 0
        out, err = capsys.readouterr()
        assert out.count("\n") == 1
        assert "How does brewing time change black tea?" in err
        assert run(interview("--answers", answers, "--json", "--quiet")) == 0
        assert capsys.readouterr().err == ""

    def test_the_same_seed_asks_the_same_questions_in_a_fresh_home(
        self, save: Save, capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked = []
        for home in "ab":
            monkeypatch.setenv("JOBCOACH_HOME", str(tmp_path / home))
            argv = ["interview", "--offline", "--seed", "4", "--answers", save(["a", "b", "c", "d", "e"])]
            asked.append([each["id"] for each in document(capsys, *argv)["questions"]])
        assert len(asked[0]) == 5
        assert asked[0] == asked[1]

    def test_hostile_answers_come_back_as_text(self, save: Save, capsys: Capture) -> None:
        answers = save({BREW: "\ud800\x1b[31m <script> `rm -rf` \u202e tannin" + "!" * 5000})
        found = document(capsys, *interview("--answers", answers))
        assert found["questions"][0]["turns"][0]["answer"].startswith(
            "\ufffd[31m <script> `rm -rf` \u202e tannin"
        )

    def test_decomposed_hangul_is_graded_and_quoted_composed(self, save: Save, capsys: Capture) -> None:
        answers = save({BREW: unicodedata.normalize("NFD", GOOD_KO)})
        found = document(capsys, "interview", "--offline", "--lang", "ko", "--answers", answers)
        question = found["questions"][0]
        assert question["turns"][0]["answer"] == GOOD_KO
        assert question["grade"]["score"] > 80


class TestText:
    def test_points_quotes_table_and_next_steps_are_shown(self, save: Save, capsys: Capture) -> None:
        assert run(interview("--answers", save({BREW: HALF, POUR: None}))) == 0
        out = capsys.readouterr().out
        assert "✓ Boiling water extracts the tannin." in out
        assert f"“{HALF}”" in out
        assert "No answer is left for this follow-up." in out
        assert out.index("What happens after five minutes") < out.index("✗ Steeping longer than five minutes")
        assert "Reference answer" in out
        assert "2 graded" not in out
        assert "1 graded · 1 skipped" in out
        assert f"jobcoach interview --topic {TOPIC}" in out
        assert "jobcoach interview show " in out

    def test_what_is_missing_is_not_told_before_it_is_asked_for(self, save: Save, capsys: Capture) -> None:
        assert run(interview("--answers", save({BREW: [HALF, "It gets bitter."]}))) == 0
        before, _, _ = capsys.readouterr().out.partition("What happens after five minutes")
        assert "Steeping longer" not in before

    def test_an_exam_tells_nothing_before_the_end(self, save: Save, capsys: Capture) -> None:
        assert run(interview("--mode", "exam", "--answers", save({BREW: GOOD, POUR: "no idea"}))) == 0
        out = capsys.readouterr().out
        during, _, _ = out.partition("jobcoach interview show")
        held = during[: during.rindex("saved")]
        assert "✓" not in held
        assert "Reference" not in held
        assert "✓ Boiling water extracts the tannin." in out

    @pytest.mark.parametrize(("lang", "columns"), [("ko", "60"), ("en", "80")])
    def test_no_line_is_wider_than_the_terminal(
        self, lang: str, columns: str, save: Save, capsys: Capture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", columns)
        answers = save(["가나다라 마바사 아자차카 타파하 " * 20, "word " * 80, "w" * 300])
        argv = [
            "interview",
            "--offline",
            "--lang",
            lang,
            "--questions",
            "3",
            "--answers",
            answers,
            "--seed",
            "1",
        ]
        assert run(argv) == 0
        assert run(["interview", "show", "latest"]) == 0
        assert run(["interview", "list", "--lang", lang]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert len(lines) > 60
        # A command stays one line, to be copied.
        assert max(width(line) for line in lines if "jobcoach interview" not in line) <= int(columns)

    def test_an_answer_cannot_write_to_the_terminal(self, save: Save, capsys: Capture) -> None:
        assert run(interview("--answers", save({BREW: "tannin \x1b]0;owned\x07 \x9b31m \u202e abc"}))) == 0
        out, err = capsys.readouterr()
        assert not set(out + err) & {"\x1b", "\x07", "\x9b", "\u202e"}

    def test_answers_that_no_question_had_are_named(self, save: Save, capsys: Capture) -> None:
        assert run(interview("--questions", "1", "--answers", save({BREW: GOOD, POUR: "two"}))) == 0
        assert "not asked: tea." in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("lang", "told"),
        [
            ("en", "There is no question 'tea.brow': did you mean tea.brew"),
            ("ko", "'tea.brow' 질문이 없습니다"),
        ],
    )
    def test_an_answer_to_no_question_is_told_before_anything_is_asked(
        self, save: Save, capsys: Capture, lang: str, told: str
    ) -> None:
        line = interview("--answers", save({BREW: GOOD, "tea.brow": "two"}), "--lang", lang)
        assert run(line) == 2
        out, err = capsys.readouterr()
        assert told in err
        assert out == ""

    def test_all_that_is_answered_by_id_is_asked_unless_a_number_is_given(
        self, save: Save, capsys: Capture
    ) -> None:
        ids = [question.id for question in load_bank(None).questions[:60]]
        line = ["interview", "--offline", "--answers", save(dict.fromkeys(ids, None))]
        assert sorted(each["id"] for each in document(capsys, *line)["questions"]) == ids
        assert len(document(capsys, *line, "--questions", "7")["questions"]) == 7
        assert len(document(capsys, *line, "--topic", "algorithms")["questions"]) < 60

    def test_answers_left_over_are_counted(self, save: Save, capsys: Capture) -> None:
        assert run(interview("--questions", "1", "--answers", save([GOOD, "two", "three"]))) == 0
        assert "The last 2 answers were left over" in capsys.readouterr().err
        assert run(interview("--questions", "2", "--answers", save([GOOD, "two"]))) == 0
        assert "left over" not in capsys.readouterr().err

    def test_the_offline_grader_is_chosen_and_said_in_one_line(self, save: Save, capsys: Capture) -> None:
        assert run(["interview", "--lang", "en", "--answers", save({BREW: GOOD})]) == 0
        assert capsys.readouterr().err.count("No model is configured") == 1
        assert run(["interview", "--offline", "--lang", "en", "--answers", save({BREW: GOOD})]) == 0
        assert capsys.readouterr().err == ""


class TestMarkdown:
    def test_it_holds_everything_and_obeys_nothing(self, save: Save, tmp_path: Path, capsys: Capture) -> None:
        file = tmp_path / "out.md"
        hostile = f"{HALF} <img src=x onerror=alert(1)> [a](javascript:x) | `b` ![c](http://d) @team #1"
        assert run(interview("--answers", save({BREW: hostile}), "--markdown", str(file))) == 0
        text = file.read_text(encoding="utf-8")
        assert "<q>Boiling water extracts the tannin.</q>" in text
        assert "onerror" in text
        for raw in ("<img", "[a](", "![c]", "`b`", "@team", "http://d"):
            assert raw not in text

    def test_a_file_that_cannot_be_written_is_told_before_anything_is_asked(
        self, save: Save, tmp_path: Path, capsys: Capture
    ) -> None:
        argv = interview("--answers", save({BREW: GOOD}), "--markdown", str(tmp_path / "no" / "o.md"))
        assert run(argv) == 2
        assert run(["interview", "list", "--json"]) == 0
        assert json.loads(capsys.readouterr().out.splitlines()[-1])["interviews"] == []


class TestUsage:
    @pytest.mark.parametrize(
        ("argv", "said"),
        [
            (["--topic", "nonsense-topic"], "no topic"),
            (["--offline", "--model", "openai:x"], "exclude each other"),
            (["--resume", "zuzuzuzu"], "no interview zuzuzuzu"),
            (["--resume", "--topic", "os"], "--topic cannot be combined with --resume"),
            (["--resume", "--mode", "exam"], "--mode cannot be combined with --resume"),
            (["--resume", "-n", "5"], "--questions cannot be combined with --resume"),
            (["--from-review", "latest"], "jobcoach review"),
            (["--questions", "0"], "--questions"),
            (["--questions", "51"], "--questions"),
            (["--level", "expert"], "--level"),
            (["--mode", "fun"], "--mode"),
            (["--samples", "0"], "--samples"),
            (["--seconds-per-question", "0"], "--seconds-per-question"),
            (["--posting", "missing.txt"], "cannot read missing.txt"),
            (["--when-model-fails", "ask"], "needs a terminal"),
            (["--no-cache", "--refresh"], "exclude each other"),
            (["nonsense"], "nonsense"),
            (["list"], "--answers stands before list"),
        ],
    )
    def test_wrong_usage_ends_with_2_and_keeps_nothing(
        self, argv: list[str], said: str, save: Save, capsys: Capture
    ) -> None:
        assert run(["interview", "--lang", "en", "--answers", save(["a"]), *argv]) == 2
        assert said.lower() in capsys.readouterr().err.lower()
        assert run(["interview", "list", "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["interviews"] == []

    @pytest.mark.parametrize("argv", [["grade", "zuzuzuzu"], ["show", "zuzuzuzu"], ["show", "latest"]])
    def test_no_such_interview(self, argv: list[str], capsys: Capture) -> None:
        assert run(["interview", *argv]) == 2
        assert "interview" in capsys.readouterr().err

    def test_a_list_of_none(self, capsys: Capture) -> None:
        assert run(["interview", "list", "--lang", "en"]) == 0
        assert capsys.readouterr() == (
            "",
            "no interview has been held yet; to begin one: jobcoach interview\n",
        )

    def test_two_standard_inputs(self, capsys: Capture) -> None:
        assert run(["interview", "--posting", "-", "--answers", "-"]) == 2

    def test_a_question_file_that_is_broken_is_left_out_and_named_in_one_line(
        self, save: Save, jobcoach_home: Path, capsys: Capture
    ) -> None:
        broken = jobcoach_home / "questions" / "broken.toml"
        broken.write_text('id = "tea.broken"\n')
        assert run(interview("--answers", save(["a", "b"]))) == 0
        out, err = capsys.readouterr()
        assert err == f"{broken} cannot be used and is left out (why: jobcoach interview bank validate)\n"
        assert "tea.broken" not in out

    def test_a_question_file_that_is_broken_stops_the_interview_that_asks_for_it(
        self, save: Save, jobcoach_home: Path, capsys: Capture
    ) -> None:
        (jobcoach_home / "questions" / "broken.toml").write_text('id = "tea.broken"\n')
        assert run(interview("--answers", save({"tea.broken": "a"}))) == 2
        assert "broken.toml cannot be used: topic is missing" in capsys.readouterr().err


class TestStandardInput:
    def start(self, text: bytes, *argv: str, **environ: str) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            [*START, "interview", "--offline", "--topic", TOPIC, *argv],
            input=text,
            capture_output=True,
            env=child_environ(**environ),
            check=False,
        )

    def test_a_pipe_is_taken_for_answers(self) -> None:
        ended = self.start(f"{GOOD}\n---\n{GOOD}".encode(), "--json")
        assert ended.returncode == 0, ended.stderr
        found = json.loads(ended.stdout)
        assert {each["turns"][0]["answer"] for each in found["questions"]} == {GOOD}

    @pytest.mark.parametrize("text", [b"", b"\x00\x01\x02", b"["])
    def test_a_pipe_without_answers_is_told(self, text: bytes) -> None:
        ended = self.start(text)
        assert ended.returncode == 2
        assert b"standard input" in ended.stderr
        assert b"Traceback" not in ended.stderr

    def test_the_posting_can_be_the_pipe(self, save: Save) -> None:
        ended = self.start(b"We need Kubernetes.", "--posting", "-", "--answers", save(["a"]), "--lang", "en")
        assert ended.returncode == 0, ended.stderr
        ended = self.start("아무 기술도".encode(), "--posting", "-", "--answers", save(["a"]), "--lang", "ko")
        assert "표준 입력에서 아는 기술을" in ended.stderr.decode()
        ended = self.start(b"We need Kubernetes.", "--posting", "-")
        assert ended.returncode == 2
        assert b"--answers" in ended.stderr

    def test_korean_in_the_c_locale(self) -> None:
        environ = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
        ended = self.start(GOOD_KO.encode(), "--lang", "ko", "--questions", "2", **environ)
        assert ended.returncode == 0, ended.stderr
        assert f"> {GOOD_KO}" in ended.stdout.decode()
        assert "결과" in ended.stdout.decode()

    def test_a_reader_that_goes_away_is_no_fault(self) -> None:
        line = f"echo '{GOOD}' | {sys.executable} -m jobcoach.cli.main interview --offline | true"
        ended = subprocess.run(["/bin/sh", "-c", line], capture_output=True, env=child_environ(), check=False)
        assert b"Traceback" not in ended.stderr
        assert b"internal" not in ended.stderr


class TestLater:
    def test_an_interview_is_listed_shown_and_graded_again(self, save: Save, capsys: Capture) -> None:
        first = document(capsys, *interview("--answers", save({BREW: HALF})))
        assert run(["interview", "list", "--json"]) == 0
        (row,) = json.loads(capsys.readouterr().out)["interviews"]
        assert (row["id"], row["status"], row["mode"]) == (first["id"], "finished", "study")
        assert document(capsys, "interview", "show", first["id"]) == first
        again = document(capsys, "interview", "grade", first["id"], "--all", "--offline")
        assert again["summary"] == first["summary"]

    def test_history_of_judgements_still_works(self, save: Save, capsys: Capture) -> None:
        assert run(interview("--answers", save({BREW: HALF}))) == 0
        assert run(["history"]) == 0

    def test_a_finished_interview_is_not_resumed(self, save: Save, capsys: Capture) -> None:
        found = document(capsys, *interview("--answers", save({BREW: GOOD})))
        assert run(["interview", "--resume", found["id"], "--answers", save(["a"])]) == 2
        assert run(["interview", "--resume", "--answers", save(["a"])]) == 2

    def test_fresh_questions_come_before_asked_ones(self, save: Save, capsys: Capture) -> None:
        argv = [*interview("--questions", "1", "--answers", save([GOOD, GOOD]))]
        asked = [document(capsys, *argv)["questions"][0]["id"] for _ in range(2)]
        assert sorted(asked) == [BREW, POUR]


def test_a_closed_standard_input_is_no_terminal(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert run(["interview", "--offline"]) == 2
    assert "no answers" in capsys.readouterr().err


def test_every_answer_counts_for_its_question(save: Save, capsys: Capture) -> None:
    answers: Mapping[str, object] = {POUR: "Cold milk protected thin porcelain from hot tea.", BREW: GOOD}
    found = document(capsys, *interview("--answers", save(answers)))
    assert {each["id"]: each["grade"]["score"] > 80 for each in found["questions"]} == {
        BREW: True,
        POUR: True,
    }
