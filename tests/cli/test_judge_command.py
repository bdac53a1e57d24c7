"""``jobcoach judge`` from end to end: verdicts, reports, history and exit codes.

Most run without isolation, for speed: what is tried here is the command, and
the containers have their own tests.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring

from jobcoach.cli.main import run
from jobcoach.judge.importers.new import new_problem
from jobcoach.store import JudgementRecord, Store

RIGHT = "a, b = map(int, input().split())\nprint(a + b)\n"
# Right on the sample (3 4), wrong on the greatest secret test alone.
WRONG_IN_SECRET = "a, b = map(int, input().split())\nprint(min(a + b, 1_500_000_000))\n"
WRONG = "a, b = map(int, input().split())\nprint(a - b)\n"
SLEEPS = "import time\ntime.sleep(60)\n"
OF_SECRETS = ("1000000000", "2000000000")
START = [sys.executable, "-m", "jobcoach.cli.main"]


@pytest.fixture(autouse=True)
def problem(jobcoach_home: Path) -> Path:
    """A problem of the user's own: the sum of two numbers."""
    return new_problem(jobcoach_home / "problems", "sum", "Sum")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def judge(*argv: str) -> int:
    return run(["judge", "--sandbox", "process", "-j", "1", *argv])


def history(home: Path) -> list[JudgementRecord]:
    with Store.open(home / "jobcoach.db") as store:
        return store.judgements.latest(100)


def test_accepted_submission(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "sum.py").write_text(RIGHT)
    assert judge("sum.py") == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0] == "sum · Python 3 · sum.py"
    assert [line.split()[:2] for line in out[1:5]] == [
        ["sample/1", "AC"],
        ["secret/1", "AC"],
        ["secret/2", "AC"],
        ["secret/3", "AC"],
    ]
    assert out[5].startswith("AC  accepted · 4 of 4 tests accepted")
    assert out[-1].startswith("NOT ISOLATED")


def test_wrong_sample_is_shown_side_by_side(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "sum.py").write_text(WRONG)
    assert judge("sum.py", "--show-diff") == 1
    out = capsys.readouterr().out
    assert "  3 4          │ 7            │ -1" in out
    assert "first difference: " in out


def test_korean(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "sum.py").write_text(WRONG)
    assert judge("sum.py", "--lang", "ko") == 1
    out = capsys.readouterr().out
    assert "WA  틀렸습니다" in out
    assert "정답 출력" in out


def test_crash_shows_the_end_of_its_words_on_a_sample(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "sum.py").write_text("raise ValueError('of mine')")
    assert judge("sum.py") == 1
    out = capsys.readouterr().out
    assert "exit code 1 (ValueError)" in out
    assert "  ValueError: of mine" in out


def test_compile_error_shows_the_compilers_words(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "sum.py").write_text("print(")
    assert judge("sum.py") == 1
    out = capsys.readouterr().out
    assert "SyntaxError" in out
    assert "CE  compile error" in out


def test_quiet_prints_the_verdict_and_the_mark_alone(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "sum.py").write_text(RIGHT)
    assert judge("sum.py", "--quiet") == 0
    printed = capsys.readouterr()
    verdict, mark = printed.out.splitlines()
    assert verdict.startswith("AC")
    assert mark.startswith("NOT ISOLATED")
    assert printed.err == ""


def test_json_is_one_document_and_in_the_history(
    here: Path, jobcoach_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "sum.py").write_text(RIGHT)
    assert judge("sum.py", "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["format"] == "jobcoach.judge/1"
    assert document["sandbox"] == "process"
    [submission] = document["submissions"]
    assert submission["verdict"] == "AC"
    assert (submission["points"], submission["max_points"]) == (100.0, 100.0)
    assert submission["compile"]["ok"] is True
    assert [test["name"] for test in submission["tests"]] == ["sample/1", "secret/1", "secret/2", "secret/3"]
    [record] = history(jobcoach_home)
    assert (record.id, record.verdict, record.path) == (submission["id"], "AC", "sum.py")


def test_folder_with_bad_files_judges_the_others(
    here: Path, jobcoach_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "sum").mkdir()
    (here / "sum/good.py").write_text(RIGHT)
    (here / "sum/wrong.py").write_text(WRONG)
    (here / "sum/empty.py").write_text("")
    (here / "unknown.py").write_text("print(1)")
    (here / "README.md").write_text("# not a submission")
    assert judge(".", "--junit", "report.xml", "--markdown", "report.md") == 2
    printed = capsys.readouterr()
    assert "error: ./sum/empty.py is empty" in printed.err
    assert "no problem is known for ./unknown.py" in printed.err
    assert printed.out.splitlines()[-2].startswith("2 submissions · AC 1 · WA 1 · 2 unusable")
    suites = {suite.get("name"): suite for suite in fromstring((here / "report.xml").read_bytes())}
    assert {name: suite.get("failures") for name, suite in suites.items()} == {
        "./sum/good.py": "0",
        "./sum/wrong.py": "1",
        "./sum/empty.py": "1",
        "./unknown.py": "1",
    }
    assert "<code>./sum/good.py</code>" in (here / "report.md").read_text()
    assert {record.path for record in history(jobcoach_home)} == {"./sum/good.py", "./sum/wrong.py"}


def test_secret_data_is_shown_nowhere(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "sum.py").write_text(WRONG_IN_SECRET)
    assert judge("sum.py", "--show-diff", "--junit", "report.xml", "--markdown", "report.md") == 1
    texts = [capsys.readouterr().out, (here / "report.xml").read_text(), (here / "report.md").read_text()]
    assert judge("sum.py", "--json", "--rejudge") == 1
    texts.append(capsys.readouterr().out)
    for text in texts:
        assert not [data for data in OF_SECRETS if data in text]


@pytest.mark.parametrize(("fail_under", "code"), [("0", 0), ("100", 1)])
def test_fail_under_points(here: Path, fail_under: str, code: int) -> None:
    (here / "sum.py").write_text(WRONG)
    assert judge("sum.py", "--fail-under", fail_under) == code


def test_points_that_are_no_number_fail_no_one(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "sum.py").write_text(WRONG)
    assert judge("sum.py", "--fail-under", "nan") == 2
    assert "--fail-under" in capsys.readouterr().err


def test_verdict_that_the_store_cannot_take_is_in_the_report(here: Path, jobcoach_home: Path) -> None:
    Store.open(jobcoach_home / "jobcoach.db").close()
    for number in range(8):
        (here / f"{number}.py").write_text(f"{RIGHT}\n# {number}")
    # No file may pass 33 KiB: SQLite's log meets that after some verdicts, as it would a full disk.
    line = 'ulimit -f 66; "$0" -m jobcoach.cli.main judge . -p sum --sandbox process -j 1 --junit report.xml'
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ended = subprocess.run(
        ["/bin/sh", "-c", line, sys.executable], cwd=here, env=environ, capture_output=True, check=False
    )
    assert ended.returncode == 3
    assert b"jobcoach.db cannot be used" in ended.stderr
    verdicts = fromstring((here / "report.xml").read_bytes()).findall(".//property[@name='verdict']")
    assert 0 < len(history(jobcoach_home)) == len(verdicts) - 1


def test_same_source_is_judged_once(
    here: Path, jobcoach_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "sum.py").write_text(RIGHT)
    judge("sum.py")
    assert "kept from an earlier run" not in capsys.readouterr().out
    judge("sum.py")
    assert "kept from an earlier run" in capsys.readouterr().out
    assert len(history(jobcoach_home)) == 1
    judge("sum.py", "--rejudge")
    assert "kept from an earlier run" not in capsys.readouterr().out
    judge("sum.py", "--time-factor", "2")
    assert "kept from an earlier run" not in capsys.readouterr().out
    (here / "sum.py").write_text(WRONG)
    assert judge("sum.py") == 1


def test_whole_batch_is_judged_once(
    here: Path, jobcoach_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(5):
        (here / "sum").mkdir(exist_ok=True)
        (here / "sum" / f"{number}.py").write_text(f"{RIGHT}\n# {number}")
    assert judge("sum") == 0
    capsys.readouterr()
    assert judge("sum", "--json") == 0
    again = json.loads(capsys.readouterr().out)["submissions"]
    assert [one["cached"] for one in again] == [True] * 5
    assert len(history(jobcoach_home)) == 5


def test_failed_sample_is_judged_again_to_be_shown(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "sum.py").write_text(WRONG)
    for _ in range(2):
        assert judge("sum.py") == 1
        assert "│ -1" in capsys.readouterr().out
    judge("sum.py", "--json")
    assert json.loads(capsys.readouterr().out)["submissions"][0]["cached"] is True


def test_stop_on_fail(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "sum.py").write_text(WRONG)
    judge("sum.py", "--stop-on-fail", "--json")
    [submission] = json.loads(capsys.readouterr().out)["submissions"]
    assert [test["verdict"] for test in submission["tests"]] == ["WA"]


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["missing.py"], "there is no such file or folder"),
        (["notes.txt"], "the language of notes.txt is unknown"),
        (["empty"], "nothing to judge in empty"),
        (["sum.py", "--language", "cobol"], "unknown language 'cobol'"),
        (["sum.py", "--problem", "sun"], "There is no problem 'sun'"),
        (["sum.py", "--junit", "nowhere/report.xml"], "there is no folder nowhere"),
        (["sum.py", "--jobs", "0"], "--jobs is not valid"),
        (["sum.py", "--time-factor", "nan"], "--time-factor is not valid"),
        (["sum.py", "--sandbox", "chroot"], "--sandbox is not valid"),
        (["sum.py", "--watch", "--json"], "--watch cannot be combined"),
        ([], "'PATH' is missing"),
    ],
)
def test_wrong_usage_and_unusable_input(
    here: Path, jobcoach_home: Path, argv: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "sum.py").write_text(RIGHT)
    (here / "notes.txt").write_text("hello")
    (here / "empty").mkdir()
    assert run(["judge", *(["--sandbox", "process"] if "--sandbox" not in argv else []), *argv]) == 2
    printed = capsys.readouterr()
    assert told in printed.err
    assert printed.out == ""
    assert not (jobcoach_home / "jobcoach.db").exists()


def test_broken_package_is_told_for_its_submission(
    here: Path, problem: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "sum.py").write_text(RIGHT)
    (problem / "problem.yaml").write_text("name: [")
    assert judge("sum.py") == 2
    assert "problem.yaml" in capsys.readouterr().err


def test_hostile_names_reach_no_terminal(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "sum").mkdir()
    name = os.fsdecode(b"sum/\x1b]0;x\x07\xff.py")
    (here / name).write_text(RIGHT)
    assert judge("sum", "--junit", "report.xml") == 0
    printed = capsys.readouterr()
    assert "\x1b" not in printed.out + printed.err
    assert "\\x1b]0;x\\x07\\udcff.py" in printed.out
    fromstring((here / "report.xml").read_bytes())


def test_standard_input(here: Path) -> None:
    ended = subprocess.run(
        [*START, "judge", "-", "--language", "python", "--problem", "sum", "--sandbox", "process", "-q"],
        input=RIGHT.encode(),
        capture_output=True,
        env=child_environ(),
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith(b"AC  accepted")


def test_no_engine_is_the_environments_fault_and_reports_are_written(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "sum.py").write_text(RIGHT)
    monkeypatch.setenv("JOBCOACH_JUDGE__DOCKER_HOST", f"unix://{here}/no.sock")
    assert run(["judge", "sum.py", "--junit", "report.xml", "--json"]) == 3
    printed = capsys.readouterr()
    assert "Docker" in printed.err
    document = json.loads(printed.out)
    assert (document["submissions"], document["not_judged"]) == ([], ["sum.py"])
    [suite] = fromstring((here / "report.xml").read_bytes())
    assert (suite.get("name"), suite.get("skipped")) == ("sum.py", "1")


def child_environ() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUNBUFFERED": "1"}


def start(*argv: str) -> subprocess.Popen[bytes]:
    """A run of its own that takes Ctrl-C, even if the suite runs in the background."""
    return subprocess.Popen(
        [*START, "judge", "-j", "1", *argv],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=child_environ(),
        # No thread of the suite's holds a lock that this one call could need.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )


def wait_until(there: Callable[[], bool], seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not there():
        assert time.monotonic() < end
        time.sleep(0.05)


def judged_in(home: Path) -> int:
    return len(history(home)) if (home / "jobcoach.db").exists() else 0


@pytest.mark.docker
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_run_keeps_what_it_has(here: Path, jobcoach_home: Path, ending: signal.Signals) -> None:
    (here / "sum").mkdir()
    (here / "sum/a.py").write_text(RIGHT)
    (here / "sum/b.py").write_text(SLEEPS)
    running = start("sum", "--json", "--junit", "report.xml", "--time-factor", "30")
    wait_until(lambda: judged_in(jobcoach_home) == 1)
    running.send_signal(ending)
    out, err = running.communicate(timeout=30)
    assert running.returncode == 130, err
    document = json.loads(out)
    assert [each["path"] for each in document["submissions"]] == ["sum/a.py"]
    assert document["not_judged"] == ["sum/b.py"]
    suites = {suite.get("name"): suite for suite in fromstring((here / "report.xml").read_bytes())}
    assert suites["sum/a.py"].get("failures") == "0"
    assert suites["sum/b.py"].get("skipped") == "1"


def test_reader_that_goes_away_costs_no_report(here: Path, jobcoach_home: Path) -> None:
    (here / "sum").mkdir()
    for name in "abc":
        (here / f"sum/{name}.py").write_text(RIGHT)
    running = start("sum", "--sandbox", "process", "--junit", "report.xml")
    assert running.stdout is not None
    running.stdout.close()
    assert running.wait(timeout=60) == 141
    fromstring((here / "report.xml").read_bytes())
    assert judged_in(jobcoach_home) >= 1


def test_watch_judges_again_when_the_file_is_saved(here: Path, jobcoach_home: Path) -> None:
    (here / "sum.py").write_text(WRONG)
    running = start("sum.py", "--sandbox", "process", "--watch")
    wait_until(lambda: judged_in(jobcoach_home) == 1)
    time.sleep(0.5)
    (here / "sum.py").write_text("")
    time.sleep(1.0)
    (here / "sum.py").write_text(RIGHT)
    wait_until(lambda: judged_in(jobcoach_home) == 2)
    time.sleep(0.5)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=30)
    assert running.returncode == 130
    assert [line[:2] for line in out.decode().splitlines() if line[:4] in ("WA  ", "AC  ")] == ["WA", "AC"]
    assert "sum.py was saved" in err.decode()
    assert "sum.py is empty" in err.decode()


@pytest.mark.docker
def test_in_a_container(here: Path, jobcoach_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "sum.py").write_text(RIGHT)
    assert run(["judge", "sum.py", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["sandbox"] == "docker"
    assert document["submissions"][0]["image_digest"].startswith("sha256:")
    [record] = history(jobcoach_home)
    assert record.image_digest == document["submissions"][0]["image_digest"]
