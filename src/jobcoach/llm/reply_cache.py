"""Replies of models, kept on disk for the next time: diskcache, held to text.

diskcache unpickles whatever a row says is pickled, and reads, writes and deletes
files that a row names (CVE-2025-69872). Whoever can write into the folder would
run code. So the disk here knows text in a row and nothing else, and the folder is
the user's own.
"""

import fcntl
import os
import stat
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import diskcache

_LOCK_SECONDS = 10
_SIDE_FILES = ("", "-wal", "-shm")
_DATABASE = "cache.db"
_LOCK = "cache.lock"


@dataclass(frozen=True, slots=True)
class CacheSize:
    """How much is kept."""

    replies: int
    size_bytes: int


@dataclass(frozen=True, slots=True)
class CacheTrouble:
    """What keeps the cache from working; ``moved_to`` is where a file went that was no usable cache."""

    path: Path
    reason: str
    moved_to: Path | None = None


Trouble = Callable[[CacheTrouble], None]


class ReplyCache:
    """Text by key. Usable from several threads and processes.

    It is opened at the first use. A file that is no usable cache is renamed to
    ``*.corrupt-N``, never deleted. What keeps the cache from working (a full
    disk, a folder of somebody else) is told once by ``on_trouble``; it is then
    as if it were empty.
    """

    def __init__(self, folder: Path, size_bytes: int, on_trouble: Trouble) -> None:
        self.folder = folder
        self._size_bytes = size_bytes
        self._on_trouble = on_trouble
        self._lock = threading.RLock()
        self._cache: diskcache.Cache | None = None
        self._inode: int | None = None  # of the file that is open, or was to be
        self._off = False
        self._told = False

    def get(self, key: str) -> str | None:
        """The text kept under this key, None if there is none."""
        found = self._use(lambda cache: cache.get(key, retry=True))
        return found if isinstance(found, str) else None

    def put(self, key: str, text: str) -> None:
        """Keep a text; older ones go when there is no room."""
        self._use(lambda cache: cache.set(key, text, retry=True))

    def remove(self, key: str) -> None:
        """Forget one text."""
        self._use(lambda cache: cache.delete(key, retry=True))

    def size(self) -> CacheSize:
        """How much is kept; nothing is made if there is no cache yet."""
        if not (self.folder / _DATABASE).exists():
            return CacheSize(0, 0)
        found = self._use(lambda cache: CacheSize(len(cache), int(cache.volume())))
        return found if isinstance(found, CacheSize) else CacheSize(0, 0)

    def clear(self) -> CacheSize:
        """Forget all; returns what there was."""
        before = self.size()
        if before.replies:
            self._use(lambda cache: cache.clear(retry=True))
        return before

    def close(self) -> None:
        """Close this thread's connection; those of other threads close when they end."""
        with self._lock:
            if self._cache is not None:
                self._cache.close()
                self._cache = None

    def _use(self, action: "Callable[[diskcache.Cache], Any]") -> Any:  # noqa: ANN401 (diskcache has no types)
        if self._off:
            return None
        import diskcache.core  # 30 ms

        sqlite = diskcache.core.sqlite3  # its errors come through diskcache as they are
        for _ in range(2):
            try:
                return action(self._opened())
            except (diskcache.Timeout, OSError) as error:
                self._trouble(str(error) or "it is locked")
                return None
            except (sqlite.Error, ValueError, TypeError, KeyError, AttributeError) as error:
                if _is_of_the_system(error, sqlite):
                    self._trouble(str(error))
                    return None
                if not self._set_aside(str(error)):
                    return None
        return None

    def _opened(self) -> "diskcache.Cache":
        with self._lock:
            if self._cache is None:
                import diskcache

                from jobcoach.llm.text_disk import TextDisk

                _own_folder(self.folder)
                self._inode = _inode(self.folder / _DATABASE)
                self._cache = diskcache.Cache(
                    str(self.folder),
                    timeout=_LOCK_SECONDS,
                    disk=TextDisk,
                    size_limit=self._size_bytes,
                    eviction_policy="least-recently-stored",
                    statistics=0,
                    tag_index=0,
                )
                self._inode = _inode(self.folder / _DATABASE)
            return self._cache

    def _set_aside(self, reason: str) -> bool:
        """Move the file away; false if that cannot be done. Of two processes only one does."""
        path = self.folder / _DATABASE
        with self._lock:
            self.close()
            try:
                with path.with_name(_LOCK).open("w") as lock:
                    fcntl.flock(lock, fcntl.LOCK_EX)
                    target = _moved(path) if _inode(path) == self._inode else None
            except OSError as error:
                self._trouble(str(error))
                return False
        if target is not None:
            self._on_trouble(CacheTrouble(path, reason, target))
        return True

    def _trouble(self, reason: str) -> None:
        with self._lock:
            self._off = True
            told, self._told = self._told, True
        if not told:
            self._on_trouble(CacheTrouble(self.folder, reason))


def _is_of_the_system(error: Exception, sqlite: Any) -> bool:  # noqa: ANN401 (a module)
    """A full disk, a lock, a folder that cannot be written; not the file's own content."""
    return (
        isinstance(error, sqlite.OperationalError)
        and getattr(error, "sqlite_errorcode", None) != sqlite.SQLITE_ERROR
    )


def _inode(path: Path) -> int | None:
    try:
        return path.stat().st_ino
    except OSError:
        return None


def _moved(path: Path) -> Path:
    """Rename the database with the files beside it; where it is now. Raises OSError."""
    number = 1
    while (target := path.with_name(f"{path.name}.corrupt-{number}")).exists():
        number += 1
    for suffix in _SIDE_FILES:
        source = path.with_name(path.name + suffix)
        if source.exists():
            source.rename(target.with_name(target.name + suffix))
    return target


def open_reply_cache(cache_folder: Path, size_bytes: int, on_trouble: Trouble) -> ReplyCache:
    """The cache of replies in the user's cache folder; nothing is made yet."""
    return ReplyCache(cache_folder / "llm" / "replies", size_bytes, on_trouble)


def _own_folder(folder: Path) -> None:
    """Make the folder, for the user alone. Raises OSError if it is somebody else's, or a link."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    about = folder.lstat()
    if not stat.S_ISDIR(about.st_mode) or about.st_uid != os.geteuid():
        raise PermissionError("the folder is not your own")
    if about.st_mode & 0o077:
        folder.chmod(0o700)
