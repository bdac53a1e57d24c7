"""Opening a repository over a slow line, against `git clone` of the same over the same line."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from made_repository import make_repository
from report import Row
from timing import in_turn, quietly, ratio

from jobcoach.portfolio.source.open import open_snapshot

HERE = Path(__file__).parent
SIZES = ((500, 1_000, 3), (2_000, 5_000, 5), (6_000, 50_000, 10))
ROUNDS = 3
SERVE = (
    "import sys; sys.path.insert(0, sys.argv[1])\n"
    "from pathlib import Path; from git_server import GitServer\n"
    "with GitServer(Path(sys.argv[2])) as s: print(s.server_port, flush=True); s.serve_forever()"
)


def measure(scratch: Path) -> list[Row]:
    """Two rows a size: seconds until all contents were read, and again with nothing changed."""
    for files, commits, _ in SIZES:
        make_repository(scratch / "served" / f"{commits}.git", files, commits)
    tests = HERE.parent / "tests" / "portfolio" / "source"
    with (
        _listening([sys.executable, "-c", SERVE, str(tests), str(scratch / "served")]) as server,
        _listening([sys.executable, str(HERE / "shaped_link.py"), str(server)]) as link,
    ):
        return [row for size in SIZES for row in _rows(scratch, f"http://127.0.0.1:{link}", *size)]


def _rows(scratch: Path, server: str, files: int, commits: int, bar: int) -> list[Row]:
    url = f"{server}/{commits}.git"
    cache, clone = scratch / "cache", scratch / "clone"

    def fresh() -> None:
        shutil.rmtree(cache, ignore_errors=True)
        again()

    def again() -> None:
        snapshot = open_snapshot(url, ref=None, worktree=False, cache_folder=cache)
        if sum(1 for _ in snapshot.read(snapshot.entries)) < files:
            raise RuntimeError("something is missing")
        snapshot.close()

    def full() -> None:
        shutil.rmtree(clone, ignore_errors=True)
        quietly(["git", "clone", "--quiet", url, str(clone)])

    times = in_turn({"full": full, "fresh": fresh, "again": again}, ROUNDS)
    what = f"open {commits:,} commits, {files:,} files at 100 Mbit/s, 30 ms"
    first, clones, second = times["fresh"], times["full"], times["again"]
    return [
        Row(what, first.median, "git clone", clones.median, ratio(clones, first), f">= {bar}"),
        Row(f"{what}, unchanged", second.median, "git clone", clones.median, ratio(clones, second), ""),
    ]


@contextmanager
def _listening(command: list[str]) -> Iterator[int]:
    """The port that a server prints, while it runs."""
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        try:
            yield int(process.stdout.readline())
        finally:
            process.kill()
