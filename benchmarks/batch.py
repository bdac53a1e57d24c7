"""40 submissions × 20 tests against one `docker run` a test."""

import subprocess
import sys
import time
from pathlib import Path

from report import Row
from timing import in_turn, quietly
from workload import make_package, make_submissions

from jobcoach.judge.languages import language
from jobcoach.judge.sandbox.images import image_tag

BIN = Path(sys.executable).parent
SUBMISSIONS, TESTS = 40, 20
SAMPLE_RUNS = 20  # of the 800: `docker run` takes the same time each time


def measure(scratch: Path) -> list[Row]:
    """One row: seconds a test; at least 8 times the throughput, so a ratio of at most 0.125."""
    package = make_package(scratch / "sum20", TESTS)
    make_submissions(scratch / "many", SUBMISSIONS)
    judge = [
        str(BIN / "jobcoach"),
        "judge",
        str(scratch / "many"),
        "--problem",
        str(package),
        "--rejudge",
        "--quiet",
    ]
    ours = in_turn({"judge": lambda: quietly(judge)}, rounds=3)["judge"].median / (SUBMISSIONS * TESTS)
    theirs = _docker_run_seconds(package, scratch / "many")
    what = f"a test in a batch of {SUBMISSIONS} × {TESTS}"
    return [Row(what, ours, "`docker run` a test, two at once", theirs, ours / theirs, "≤ 0.125")]


def _docker_run_seconds(package: Path, submissions: Path) -> float:
    image = image_tag(language("python"), {})
    source = (submissions / "sum0.py").read_text()
    command = ["docker", "run", "--rm", "-i", "--network=none", image, "python3", "-c", source]
    began = time.perf_counter()
    running: list[subprocess.Popen[bytes]] = []
    for number in range(SAMPLE_RUNS):
        if len(running) == 2:
            running.pop(0).wait()
        stdin = (package / "data" / "secret" / f"{number % TESTS:03}.in").open("rb")
        running.append(subprocess.Popen(command, stdin=stdin, stdout=subprocess.DEVNULL))
    for process in running:
        process.wait()
    return (time.perf_counter() - began) / SAMPLE_RUNS
