"""Erasing from the store, and from all that was kept beside it.

Replies of models and facts of repositories are kept under hashes that name no
interview and no review, so they go as a whole with any of them.
"""

from collections.abc import Sequence
from pathlib import Path

from jobcoach.cli.caches import CACHES
from jobcoach.cli.context import AppContext
from jobcoach.errors import InputError
from jobcoach.store.erasure import KINDS, Kind

LATEST = "latest"
HISTORY_FILE = "interview-answers"  # what the up key brings back in an interview
_BUILDS = "built"


def wanted_ids(app: AppContext, kind: Kind, item: str | None) -> list[str]:
    """The IDs that are meant, all if none is named. Raises InputError if there is none such."""
    known: list[str] = []
    if app.locations.database.exists():
        with app.open_store() as store:
            known = store.erasure.ids(kind)
    if item is None:
        return known
    found = known[-1:] if item == LATEST else [each for each in known if each == item]
    if not found:
        lists = {"interview": "interview list", "review": "review list", "judgement": "history"}
        raise InputError(
            f"there is no {kind} {item}",
            why="" if known else "none is kept",
            mend=f"jobcoach {lists.get(kind, 'calibrate --list')}",
        )
    return found


def erase_kind(app: AppContext, kind: Kind, ids: Sequence[str]) -> dict[str, int]:
    """Remove these, and the caches that may hold a part of them; returns how many of what."""
    if ids:
        with app.open_store() as store:
            store.erasure.remove(kind, list(ids))
    return {kind: len(ids), "caches": _clear_caches(app), "files": _unlink(_files(app))}


def erase_all(app: AppContext) -> dict[str, int]:
    """Remove the store with every trace beside it; settings and questions of one's own stay."""
    counts: dict[str, int] = dict.fromkeys(KINDS, 0)
    database = app.locations.database
    if database.exists():
        with app.open_store() as store:
            for kind in KINDS:
                counts[kind] = len(store.erasure.ids(kind))
    caches = _clear_caches(app)
    stores = sorted(
        database.parent.glob(database.name + "*")
    )  # also -wal, -shm, and set aside as *.corrupt-N
    return {**counts, "caches": caches, "files": _unlink([*_files(app), *stores])}


def _clear_caches(app: AppContext) -> int:
    return sum(row.clear(app).entries for row in CACHES)


def _files(app: AppContext) -> list[Path]:
    builds = app.locations.cache / _BUILDS
    return [app.locations.database.parent / HISTORY_FILE, *sorted(builds.glob("*"))]


def _unlink(files: Sequence[Path]) -> int:
    present = [file for file in files if file.is_file() or file.is_symlink()]
    for file in present:
        file.unlink(missing_ok=True)
    return len(present)
