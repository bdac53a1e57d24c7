"""All benchmarks, one after the other: `make bench`, or `python benchmarks NAME...` for some.

Figures are ratios of one run, since machines differ and drift; the table of a
quiet run is in docs/benchmarks.md.
"""

import compileall
import importlib
import os
import sys
import tempfile
from pathlib import Path

from report import Row, table

NAMES = ("start_up", "runner_overhead", "many_tests", "batch", "memory", "interview", "analysis", "clone")


def main(names: tuple[str, ...]) -> None:
    """Runs the named benchmarks with a home of their own and prints one table."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="jobcoach-bench-") as scratch:
        os.environ["JOBCOACH_HOME"] = f"{scratch}/home"
        compileall.compile_dir(Path(__file__).parent.parent / "src", quiet=1)  # as an installed program is
        for name in names:
            print(f"{name} …", file=sys.stderr, flush=True)
            folder = Path(scratch) / name
            folder.mkdir()
            rows += importlib.import_module(name).measure(folder)
    print(table(rows))


if __name__ == "__main__":
    main(tuple(sys.argv[1:]) or NAMES)
