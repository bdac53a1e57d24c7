"""A fetched repository in the cache.

    <sha256 of the URL>/
        lock            shared by who reads, held alone by who fetches
        state.json      which commits are there: with contents, with history
        contents.git    commits with all files below the size limit, no parents
        history.git     commits and folders, no contents

Objects are only ever added, so a reader is not disturbed; a broken entry is emptied.
"""

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from jobcoach.portfolio.source.git import make_git_dir

_MOST_ENTRIES = 30
_MOST_PACKS = 40
_OBJECT_ID_LENGTHS = (40, 64)


@dataclass(frozen=True, slots=True)
class Fetched:
    """Commits whose contents, and tips whose history, are there."""

    contents: frozenset[str] = frozenset()
    history: frozenset[str] = frozenset()


class CacheEntry:
    """The place of one URL. Opened it holds a shared lock until it is closed."""

    def __init__(self, cache_folder: Path, url: str) -> None:
        self._repositories = cache_folder / "repositories"
        self.folder = self._repositories / hashlib.sha256(url.encode()).hexdigest()[:32]
        self.folder.mkdir(parents=True, mode=0o700, exist_ok=True)
        self._lock: IO[bytes] = (self.folder / "lock").open("ab")
        self._url = url

    @property
    def contents_dir(self) -> Path:
        return self.folder / "contents.git"

    @property
    def history_dir(self) -> Path:
        return self.folder / "history.git"

    @property
    def object_folders(self) -> list[Path]:
        return [self.contents_dir / "objects", self.history_dir / "objects"]

    def share(self) -> None:
        """Waits until nobody fetches; then nobody can, until ``close`` or ``own``."""
        fcntl.flock(self._lock, fcntl.LOCK_SH)

    def own(self) -> None:
        """Waits until nobody else reads or fetches. Not atomic: look again at what is there."""
        fcntl.flock(self._lock, fcntl.LOCK_EX)

    def close(self) -> None:
        """Gives the lock back."""
        self._lock.close()

    def fetched(self) -> Fetched:
        """What is there; nothing if that cannot be read."""
        try:
            state = json.loads((self.folder / "state.json").read_bytes())
            if state["url"] != self._url or state["format"] != 1:
                return Fetched()
            return Fetched(_ids(state["contents"]), _ids(state["history"]))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return Fetched()

    def is_filled(self) -> bool:
        """Whether something was fetched before."""
        there = all((git_dir / "HEAD").is_file() for git_dir in (self.contents_dir, self.history_dir))
        return there and bool(self.fetched().contents)

    def add_contents(self, commit: str) -> None:
        """Writes down that the contents of ``commit`` are there."""
        fetched = self.fetched()
        self._keep(Fetched(fetched.contents | {commit}, fetched.history))

    def add_history(self, tips: Iterable[str]) -> None:
        """Writes down that the history of these commits is there."""
        fetched = self.fetched()
        self._keep(Fetched(fetched.contents, fetched.history.union(tips)))

    def _keep(self, fetched: Fetched) -> None:
        state = {
            "format": 1,
            "url": self._url,
            "contents": sorted(fetched.contents),
            "history": sorted(fetched.history),
        }
        new = self.folder / "state.new"
        new.write_text(json.dumps(state, indent=1))
        new.replace(self.folder / "state.json")

    def make_ready(self) -> None:
        """Makes the two repositories; anew if they are damaged, or made of too many fetches."""
        if not self.is_filled() or self._packs() > _MOST_PACKS:
            self.empty()

    def use_format(self, object_format: str) -> None:
        """Makes the two repositories anew if they are not of this format, sha1 or sha256."""
        lines = [line.strip() for line in (self.contents_dir / "config").read_text().splitlines()]
        if ("objectformat = sha256" in lines) != (object_format == "sha256"):
            self.empty(object_format)

    def empty(self, object_format: str = "sha1") -> None:
        """Forgets all that was fetched."""
        (self.folder / "state.json").unlink(missing_ok=True)
        for git_dir in (self.contents_dir, self.history_dir):
            shutil.rmtree(git_dir, ignore_errors=True)
            make_git_dir(git_dir, object_format)

    def downloaded_bytes(self) -> int:
        """The size of all packs, those that are still arriving too."""
        return sum(_size(child) for child in self._pack_files())

    def forget_others(self) -> None:
        """Removes the entries that were not used for longest, beyond a number, if nobody uses them."""
        entries = sorted(self._repositories.iterdir(), key=_last_used, reverse=True)
        for folder in entries[_MOST_ENTRIES:]:
            with contextlib.suppress(OSError), (folder / "lock").open("ab") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder, ignore_errors=True)

    def touch(self) -> None:
        """Marks it as used now."""
        with contextlib.suppress(OSError):
            os.utime(self.folder / "state.json")

    def _packs(self) -> int:
        return sum(child.name.endswith(".pack") for child in self._pack_files())

    def _pack_files(self) -> Iterable[os.DirEntry[str]]:
        for objects in self.object_folders:
            with contextlib.suppress(OSError), os.scandir(objects / "pack") as children:
                yield from children


def _ids(values: object) -> frozenset[str]:
    if not isinstance(values, list):
        raise TypeError("not a list of object ids")
    ids = [value for value in values if isinstance(value, str) and not set(value) - set("0123456789abcdef")]
    return frozenset(value for value in ids if len(value) in _OBJECT_ID_LENGTHS)


def _size(child: os.DirEntry[str]) -> int:
    try:
        return child.stat(follow_symlinks=False).st_size
    except OSError:  # renamed since: git names a pack when it is whole
        return 0


def _last_used(folder: Path) -> float:
    try:
        return (folder / "state.json").stat().st_mtime
    except OSError:
        return 0.0
