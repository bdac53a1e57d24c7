"""The user's database: one SQLite file that opens in datasette too."""

import fcntl
import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from jobcoach.store.batches import Batches
from jobcoach.store.calibrations import Calibrations
from jobcoach.store.connection import Connection
from jobcoach.store.erasure import Erasure
from jobcoach.store.failures import is_corrupt, told
from jobcoach.store.interviews import Interviews
from jobcoach.store.judgements import Judgements
from jobcoach.store.migrate import migrate
from jobcoach.store.model_calls import ModelCalls
from jobcoach.store.reviews import Reviews

_BUSY_SECONDS = 30.0  # a batch of another process commits every few milliseconds
_SIDE_FILES = ("", "-wal", "-shm")


def _now() -> datetime:
    return datetime.now(UTC)


class Store:
    """An open database, for one thread at a time.

    ``set_aside`` is where a file went that was no usable database when this
    one was opened, None if there was none.
    """

    def __init__(self, path: Path, connection: Connection, set_aside: Path | None) -> None:
        self.path = path
        self.set_aside = set_aside
        self._connection = connection
        self.batches = Batches(connection, path)
        self.judgements = Judgements(connection, path)
        self.model_calls = ModelCalls(connection, path)
        self.interviews = Interviews(connection, path)
        self.calibrations = Calibrations(connection, path)
        self.reviews = Reviews(connection, path)
        self.erasure = Erasure(connection, path)

    @classmethod
    def open(cls, path: Path, now: Callable[[], datetime] = _now) -> "Store":
        """Open the database, make it if there is none, and bring its schema up to date.

        A corrupt file is renamed to ``*.corrupt-N``, never deleted. Raises
        EnvironmentMissing if the folder or file cannot be used, or if a newer
        jobcoach wrote it.
        """
        with told(path):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                return cls(path, _connect(path, now), None)
            except sqlite3.DatabaseError as error:
                if not is_corrupt(error):
                    raise
            with path.with_name(path.name + ".lock").open("w") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                set_aside = _set_aside(path) if _is_corrupt_file(path) else None
                return cls(path, _connect(path, now), set_aside)

    def check(self) -> list[str]:
        """What SQLite's own checks of content and references find; empty if all is well."""
        with told(self.path):
            try:
                found = [str(row[0]) for row in self._connection.execute("PRAGMA integrity_check")]
                orphans = self._connection.execute("PRAGMA foreign_key_check").fetchall()
            except sqlite3.DatabaseError as error:
                if is_corrupt(error):
                    return [str(error)]
                raise
        return [line for line in found if line != "ok"] + [f"orphan row in {row[0]}" for row in orphans]

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _connect(path: Path, now: Callable[[], datetime]) -> Connection:
    os.close(os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600))  # SQLite would make it 0644
    # Which thread's turn it is, the caller knows: workers of a batch recall verdicts.
    connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, check_same_thread=False, factory=Connection)
    try:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        _write_ahead(connection)
        migrate(connection, now())
        return connection
    except BaseException:
        connection.close()
        raise


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turn the write-ahead log on.

    Two processes that do so on a new file at once hold what the other needs: SQLite then reports
    "database is locked" at once, without the wait that ``timeout`` asks for.
    """
    deadline = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
        time.sleep(0.001 * (1 + os.getpid() % 17))  # apart, not in step


def _is_corrupt_file(path: Path) -> bool:
    """Look again under the lock: another process may have mended it already."""
    try:
        with closing(sqlite3.connect(path, timeout=_BUSY_SECONDS)) as connection:
            connection.execute("PRAGMA schema_version").fetchone()
            return any(row[0] != "ok" for row in connection.execute("PRAGMA quick_check"))
    except sqlite3.DatabaseError as error:
        return is_corrupt(error)


def _set_aside(path: Path) -> Path:
    number = 1
    while path.with_name(f"{path.name}.corrupt-{number}").exists():
        number += 1
    target = path.with_name(f"{path.name}.corrupt-{number}")
    for suffix in _SIDE_FILES:
        source = path.with_name(path.name + suffix)
        if source.exists():
            source.rename(target.with_name(target.name + suffix))
    return target
