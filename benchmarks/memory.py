"""Memory of `jobcoach judge` itself while 100 MB of input and output stream through."""

import os
import sys
from pathlib import Path

from report import Row
from workload import PROBLEM

BIN = Path(sys.executable).parent
SMALL, LARGE = 1 << 20, 100 << 20
ECHO = "import shutil, sys\nshutil.copyfileobj(sys.stdin.buffer, sys.stdout.buffer)\n"


def measure(scratch: Path) -> list[Row]:
    """One row, in MiB: the peak with 100 MB of data against that with 1 MB."""
    small, large = (_peak_mib(scratch / name, size) for name, size in (("small", SMALL), ("large", LARGE)))
    what = "peak MiB of `jobcoach judge`, 100 MB through"
    return [Row(what, large, "1 MB through", small, large / small, "flat: ≈ 1")]


def _peak_mib(folder: Path, size: int) -> float:
    data = folder / "data" / "secret"
    data.mkdir(parents=True)
    (folder / "problem.yaml").write_text(PROBLEM.replace("time_limit: 2.0", "time_limit: 20.0"))
    line = b"1234567 89\n"
    for name in ("1.in", "1.ans"):
        with (data / name).open("wb") as target:
            for _ in range(size // len(line) // 1000):
                target.write(line * 1000)
    source = folder / "echo.py"
    source.write_text(ECHO)
    command = [str(BIN / "jobcoach"), "judge", str(source), "--problem", str(folder), "--rejudge", "--quiet"]
    pid = os.posix_spawn(command[0], command, os.environ)
    _, status, usage = os.wait4(pid, 0)
    if status:
        raise RuntimeError(f"judging {size} bytes ended with {os.waitstatus_to_exitcode(status)}")
    return usage.ru_maxrss / 1024
