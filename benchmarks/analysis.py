"""A review without a model: against gitingest, again, and what is known of a repository by its size."""

import json
import resource
import subprocess
import sys
from pathlib import Path

from code_folder import make_code
from report import Row
from timing import Timing, in_turn, quietly, ratio

FILES = 5000
SIZES = (1000, 10_000, 50_000)
MANY = 60_000
SECOND_RUN_SECONDS = 0.5


def measure(scratch: Path) -> list[Row]:
    """First run against gitingest, second run against start-up, seconds a file by size, and memory."""
    repository = scratch / "repository"
    make_code(repository, FILES, functions=12)
    return [*_against_gitingest(scratch, repository), *_again(scratch, repository), *_by_size(scratch)]


def _review(folder: Path, *options: str) -> list[str]:
    return [str(Path(sys.executable).with_name("jobcoach")), "review", "--json", *options, str(folder)]


def _against_gitingest(scratch: Path, repository: Path) -> list[Row]:
    gitingest = _gitingest(scratch)
    if gitingest is None:
        print("gitingest cannot be installed here: its row is left out", file=sys.stderr)
        return []
    target = scratch / "packed.txt"
    timings = in_turn(
        {
            # Nothing that is known from before is used: each run is a first one.
            "ours": lambda: quietly(_review(repository, "--refresh")),
            "gitingest": lambda: quietly([str(gitingest), str(repository), "-o", str(target)]),
        },
        rounds=3,
    )
    ours, theirs = timings["ours"], timings["gitingest"]
    what = f"`jobcoach review` of {FILES} files, first run"
    return [Row(what, ours.median, "`gitingest` packs the folder", theirs.median, ratio(ours, theirs), "< 1")]


def _again(scratch: Path, repository: Path) -> list[Row]:
    one_file = scratch / "one-file"
    one_file.mkdir()
    (one_file / "README.md").write_text("# Nothing\n")
    timings = in_turn(
        {
            "again": lambda: quietly(_review(repository)),
            "start": lambda: quietly(_review(one_file)),
        },
        rounds=5,
    )
    again, start = timings["again"], timings["start"]
    beyond = Timing("beyond", tuple(a - b for a, b in zip(again.seconds, start.seconds, strict=True)))
    what = f"the same, second run, beyond a folder of one file ({start.median:.2g} s)"
    allowed = SECOND_RUN_SECONDS
    return [Row(what, beyond.median, "half a second", allowed, beyond.median / allowed, "≤ 1")]


def _analyse(folder: Path, cache: Path) -> list[str]:
    return [sys.executable, str(Path(__file__)), str(folder), str(cache)]


def _by_size(scratch: Path) -> list[Row]:
    rows = []
    per_file: dict[int, float] = {}
    for files in (*SIZES, MANY):
        folder = scratch / f"code{files}"
        make_code(folder, files, functions=4)
        run = json.loads(quietly(_analyse(folder, Path("/dev/null"))))
        quietly(["rm", "-rf", str(folder)])
        per_file[files] = run["seconds"] / files
        first = per_file[SIZES[0]]
        if files in SIZES[1:]:
            what = f"analysis, ms a file of {files}"
            against = f"of {SIZES[0]}"
            rows.append(
                Row(what, 1000 * per_file[files], against, 1000 * first, per_file[files] / first, "≈ 1")
            )
        elif files == MANY:
            what = f"peak MiB of analysing {files} files"
            rows.append(Row(what, run["peak_mib"], "1 GiB", 1024, run["peak_mib"] / 1024, "< 1"))
    return rows


def _gitingest(scratch: Path) -> Path | None:
    """The peer, in an environment of its own; None where it cannot be had."""
    place = scratch / "gitingest"
    subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
    install = [str(place / "bin" / "pip"), "install", "-q", "gitingest"]
    done = subprocess.run(install, check=False, capture_output=True)
    return place / "bin" / "gitingest" if done.returncode == 0 else None


def run(folder: Path, cache: Path) -> None:
    """One analysis in a process of its own: prints seconds without start-up, and the peak of memory."""
    import time
    from datetime import UTC, datetime

    from jobcoach.portfolio.facts.analyse import analyse
    from jobcoach.portfolio.facts.fact_cache import FactFile
    from jobcoach.portfolio.facts.gather import gather_facts
    from jobcoach.portfolio.inventory.inventory import take_inventory
    from jobcoach.portfolio.rules.registry import file_rules
    from jobcoach.portfolio.source.open import open_snapshot

    rules = file_rules()
    folder.mkdir(exist_ok=True)
    began = time.perf_counter()
    snapshot = open_snapshot(str(folder), ref=None, worktree=True, cache_folder=cache)
    inventory = take_inventory(snapshot)
    files = analyse(snapshot, inventory, rules, FactFile(cache, str(folder)))
    gather_facts(snapshot, inventory, files, now=datetime.now(UTC))
    seconds = time.perf_counter() - began
    snapshot.close()
    peaks = [
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    print(json.dumps({"files": len(files), "seconds": seconds, "peak_mib": max(peaks)}))


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]))
