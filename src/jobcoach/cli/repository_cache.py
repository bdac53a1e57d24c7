"""The repositories that reviews fetched: how much they take, and away with them."""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from jobcoach.cli.context import AppContext

FOLDER = "repositories"


def fetched_repositories(app: AppContext) -> Iterator[Path]:
    """The folder of each."""
    with suppress(OSError):
        yield from sorted(path for path in (app.locations.cache / FOLDER).iterdir() if path.is_dir())


def size_bytes(folder: Path) -> int:
    """The size of all files in it; one that goes away meanwhile has none."""
    total = 0
    for path in folder.rglob("*"):
        with suppress(OSError):
            total += path.lstat().st_size
    return total


def remove(folder: Path) -> bool:
    """Remove one, unless a review is reading it."""
    with suppress(OSError), (folder / "lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(folder)
        return True
    return False
