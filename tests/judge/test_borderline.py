"""A TLE that may be the machine's fault is run again alone; an honest TLE is believed at once.

Programs count their runs in a file on the host, so they are plain processes here.
"""

from pathlib import Path

import pytest
from small_packages import judged, small_problem, submission

from jobcoach.judge.sandbox.box import Sandbox
from jobcoach.judge.verdicts import Verdict

LIMITS = "{time_limit: 0.5, memory: 256}"
COUNT = """
import os, sys, time
handle = os.open({path!r}, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
os.write(handle, b'x')
runs = os.fstat(handle).st_size
def burn(seconds):
    while time.process_time() < seconds: pass
"""

# (what it does, verdict, how often it is run)
PROGRAMS = {
    "just above the limit, then quick": ("burn(0.55 if runs == 1 else 0); print('done')", Verdict.AC, 2),
    "just above the limit, always": ("burn(0.55); print('done')", Verdict.TLE, 2),
    "just above the limit, then wrong": ("burn(0.55 if runs == 1 else 0); print('no')", Verdict.WA, 2),
    "just above the limit, then crashing": ("burn(0.55 if runs == 1 else 0); sys.exit(1)", Verdict.RTE, 2),
    "starved, then quick": ("burn(0.3)\nif runs == 1: time.sleep(60)\nprint('done')", Verdict.AC, 2),
    "sleeping": ("time.sleep(60)", Verdict.TLE, 1),
    "wrong within the limit": ("burn(0.2); print('no')", Verdict.WA, 1),
    "well within the limit": ("print('done')", Verdict.AC, 1),
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_only_a_borderline_tle_is_run_again(process_sandbox: Sandbox, tmp_path: Path, name: str) -> None:
    source, verdict, runs = PROGRAMS[name]
    counter = tmp_path / "runs"
    problem = small_problem(tmp_path / "slow", {"secret/1": ("", "done\n")}, limits=LIMITS)
    handed_in = submission("python", COUNT.format(path=str(counter)) + source)
    assert judged(problem, handed_in, process_sandbox).verdict is verdict
    assert len(counter.read_bytes()) == runs


@pytest.mark.docker
def test_an_endless_loop_is_not_borderline(judging_sandbox: Sandbox, tmp_path: Path) -> None:
    problem = small_problem(tmp_path / "slow", {"secret/1": ("", "done\n")}, limits=LIMITS)
    result = judged(problem, submission("python", "while True: pass"), judging_sandbox)
    [test] = result.tests
    assert test.verdict is Verdict.TLE
    assert test.cpu_seconds >= 0.5 * 1.15


@pytest.mark.docker
def test_a_program_just_above_the_limit_stays_tle(judging_sandbox: Sandbox, tmp_path: Path) -> None:
    problem = small_problem(tmp_path / "slow", {"secret/1": ("", "done\n")}, limits=LIMITS)
    source = "import time\nwhile time.process_time() < 0.55: pass\nprint('done')"
    result = judged(problem, submission("python", source), judging_sandbox)
    [test] = result.tests
    assert test.verdict is Verdict.TLE
    assert test.cpu_seconds < 0.5 * 1.15 + 0.2
