"""100 tests of a trivial Python solution: the whole command against a plain loop and `oj test`."""

import subprocess
import sys
from pathlib import Path

from report import Row
from timing import in_turn, quietly, ratio
from workload import make_package, make_submissions

BIN = Path(sys.executable).parent
TESTS = 100


def measure(scratch: Path) -> list[Row]:
    """Two rows: at most 2 times the loop (aim: below it), and faster than `oj test`."""
    package = make_package(scratch / "sum", TESTS)
    (source,) = make_submissions(scratch / "one", 1)
    inputs = sorted((package / "data" / "secret").glob("*.in"))
    judge = [str(BIN / "jobcoach"), "judge", str(source), "--problem", str(package), "--rejudge", "--quiet"]

    def loop() -> None:
        for path in inputs:
            quietly([sys.executable, str(source)], stdin=path.read_bytes())

    oj = _online_judge_tools(scratch)
    cases = _as_oj_cases(package, scratch / "cases")
    compare = [str(oj), "test", "-c", f"{sys.executable} {source}", "-d", str(cases)]
    timings = in_turn(
        {"judge": lambda: quietly(judge), "loop": loop, "oj": lambda: quietly(compare)},
        rounds=5,
    )
    ours = timings["judge"]
    what = f"`jobcoach judge`, {TESTS} tests"
    return [
        Row(
            what,
            ours.median,
            f"loop of {TESTS} × `python3 solution.py`",
            timings["loop"].median,
            ratio(ours, timings["loop"]),
            "≤ 2, aim < 1",
        ),
        Row(
            what,
            ours.median,
            "`oj test` (no sandbox)",
            timings["oj"].median,
            ratio(ours, timings["oj"]),
            "< 1",
        ),
    ]


def _as_oj_cases(package: Path, folder: Path) -> Path:
    """The same tests under the names that `oj` looks for."""
    folder.mkdir()
    for path in (package / "data" / "secret").iterdir():
        suffix = ".in" if path.suffix == ".in" else ".out"
        (folder / f"{path.stem}{suffix}").write_bytes(path.read_bytes())
    return folder


def _online_judge_tools(scratch: Path) -> Path:
    """The peer, in an environment of its own."""
    place = scratch / "oj"
    subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
    # setuptools below 81: the tool still imports pkg_resources.
    install = [str(place / "bin" / "pip"), "install", "-q", "online-judge-tools", "setuptools<81"]
    subprocess.run(install, check=True, capture_output=True)
    return place / "bin" / "oj"
