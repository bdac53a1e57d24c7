"""What SQLite reports, in the user's terms."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jobcoach.errors import EnvironmentMissing

_MENDS = (
    ("locked", "close other runs of jobcoach and try again"),
    ("full", "free some disk space: df -h {folder}"),
    ("readonly", "make it writable: chmod u+rwX {folder}"),
    ("unable to open", "make the folder writable, or set JOBCOACH_HOME to one that is"),
    ("malformed", "move {path} away; the next run makes a new one"),
    ("not a database", "move {path} away; the next run makes a new one"),
)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise EnvironmentMissing for an error of SQLite or of the file system inside."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise  # a fault of ours, not of the environment
    except sqlite3.DatabaseError as error:
        reason = str(error)
        mend = next((mend for word, mend in _MENDS if word in reason), "jobcoach doctor")
    except OSError as error:
        reason = error.strerror or str(error)
        mend = "make the folder writable, or set JOBCOACH_HOME to one that is"
    else:
        return
    raise EnvironmentMissing(
        f"the database {path} cannot be used", why=reason, mend=mend.format(path=path, folder=path.parent)
    )


def is_corrupt(error: sqlite3.DatabaseError) -> bool:
    """Whether the file's content is at fault, and not access to it."""
    return error.sqlite_errorcode in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
