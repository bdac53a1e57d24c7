"""The installed ``jobcoach judge`` ended from outside: nothing is left running, results are kept."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from defusedxml.ElementTree import fromstring

from jobcoach.judge.sandbox import ownership
from jobcoach.judge.sandbox.engine import connect
from jobcoach.store import Store

pytestmark = pytest.mark.docker

COMMAND = Path(sys.executable).with_name("jobcoach")
INTERRUPTED = 130


@pytest.fixture
def subject(tmp_path: Path) -> Path:
    """A folder with a package and three submissions: one is quick, two sleep."""
    files = {
        "echo/problem.yaml": "problem_format_version: 2025-09\nname: Echo\nlimits: {time_limit: 60}\n",
        "echo/data/sample/1.in": "1\n",
        "echo/data/sample/1.ans": "1\n",
        "handed-in/a.py": "print(input())",
        "handed-in/b.py": "import time; time.sleep(50); print(input())",
        "handed-in/c.py": "import time; time.sleep(51); print(input())",
    }
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content)
    return tmp_path


@pytest.fixture
def judging(subject: Path, jobcoach_home: Path) -> Iterator[subprocess.Popen[str]]:
    """The command, with the quick submission judged and a slow one running."""
    process = start(subject, "handed-in", "--json", "--junit", "report.xml")
    try:
        assert becomes(lambda: kept_paths(jobcoach_home) == ["handed-in/a.py"] or ended(process))
        assert becomes(lambda: {each["State"] for each in containers_of(process)} == {"running"})
        yield process
    finally:
        process.kill()
        process.communicate()


def start(subject: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [str(COMMAND), "judge", *arguments, "--problem", "echo", "--jobs", "1"]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=subject, stdout=pipe, stderr=pipe, text=True, env=dict(os.environ))


def ended(process: subprocess.Popen[str]) -> bool:
    assert process.poll() is None, process.communicate()
    return False


def kept_paths(home: Path) -> list[str]:
    database = home / "jobcoach.db"
    if not database.exists():
        return []
    with Store.open(database) as store:
        return [record.path for record in store.judgements.latest(10)]


def containers_of(process: subprocess.Popen[str]) -> list[dict[str, Any]]:
    client = connect()
    try:
        found: list[dict[str, Any]] = client.containers(all=True, filters={"label": "jobcoach=box"})
    finally:
        client.close()
    return [each for each in found if f"/{process.pid}@" in each["Labels"][ownership.OWNER]]


def becomes(true: Callable[[], bool], seconds: float = 60.0) -> bool:
    """Whether it comes true within a time."""
    deadline = time.monotonic() + seconds
    while not (result := true()) and time.monotonic() < deadline:
        time.sleep(0.1)
    return result


def test_nothing_runs_on_after_sigkill(judging: subprocess.Popen[str], subject: Path) -> None:
    judging.kill()
    judging.wait()
    # Of themselves: each runner lost its host. One that was not yet started waits for the next start.
    assert becomes(lambda: {each["State"] for each in containers_of(judging)} <= {"created"}, seconds=10)


def test_what_sigkill_left_behind_is_reaped_at_the_next_start(
    judging: subprocess.Popen[str], subject: Path
) -> None:
    """With the engine's help withheld: a paused container does not notice that its host is gone."""
    client = connect()
    for each in containers_of(judging):
        client.pause(each["Id"])
    client.close()
    judging.kill()
    judging.wait()
    assert containers_of(judging)
    next_start = start(subject, "handed-in/a.py", "--rejudge")
    assert (next_start.wait(timeout=120), containers_of(judging)) == (0, [])


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_keeps_its_results(
    judging: subprocess.Popen[str], subject: Path, jobcoach_home: Path, number: signal.Signals
) -> None:
    judging.send_signal(number)
    out, _ = judging.communicate(timeout=60)
    assert judging.returncode == INTERRUPTED
    assert becomes(lambda: not containers_of(judging), seconds=10)
    [judged] = json.loads(out)["submissions"]
    assert (judged["path"], judged["verdict"]) == ("handed-in/a.py", "AC")
    assert "handed-in/a.py" in (subject / "report.xml").read_text("utf-8")
    assert fromstring((subject / "report.xml").read_bytes()).tag == "testsuites"
    assert kept_paths(jobcoach_home) == ["handed-in/a.py"]


@pytest.mark.parametrize("seconds", [0.1, 0.4, 0.8, 1.2])
def test_an_early_interrupt_leaves_nothing(subject: Path, seconds: float) -> None:
    """In the middle of connecting, of starting containers, of the first run."""
    process = start(subject, "handed-in", "--quiet")
    time.sleep(seconds)
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=60)
    assert process.returncode in {INTERRUPTED, -signal.SIGTERM}
    assert becomes(lambda: not containers_of(process), seconds=10)
