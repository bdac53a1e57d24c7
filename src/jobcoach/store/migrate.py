"""Numbered changes of the schema: ``migrations/NNNN_name.sql``, each applied once, in order."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from jobcoach.errors import EnvironmentMissing
from jobcoach.store.connection import Connection
from jobcoach.store.values import time_value

_FOLDER = Path(__file__).parent / "migrations"
_TABLE = """
CREATE TABLE IF NOT EXISTS schema_migrations (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    applied_at TEXT NOT NULL
)
"""


def migrate(connection: Connection, now: datetime, folder: Path = _FOLDER) -> None:
    """Bring the schema up to date, in one transaction.

    Two processes may do this at once: the second waits for the write lock and
    finds nothing left to do. Raises EnvironmentMissing if a newer jobcoach
    has already changed the schema.
    """
    files = migration_files(folder)
    if _applied(connection) == set(files):
        return
    with connection.atomic():
        connection.execute(_TABLE)
        applied = _applied(connection)
        _refuse_newer(applied, set(files))
        for number in sorted(set(files) - applied):
            for statement in _statements(files[number].read_text(encoding="utf-8")):
                connection.execute(statement)
            connection.execute(
                "INSERT INTO schema_migrations VALUES (?, ?, ?)",
                (number, files[number].stem, time_value(now)),
            )


def migration_files(folder: Path = _FOLDER) -> dict[int, Path]:
    """The migrations there are, by number."""
    return {int(file.name[:4]): file for file in sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))}


def _applied(connection: Connection) -> set[int]:
    known = connection.execute(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_migrations'"
    ).fetchone()
    if known is None:
        return set()
    return {number for (number,) in connection.execute("SELECT number FROM schema_migrations")}


def _refuse_newer(applied: set[int], known: set[int]) -> None:
    if newer := applied - known:
        raise EnvironmentMissing(
            "the database was written by a newer jobcoach",
            why=f"this one does not know its schema {max(newer)}",
            mend="pip install --upgrade jobcoach",
        )


def _statements(script: str) -> Iterator[str]:
    """Split a script: ``executescript`` would commit the transaction it runs in."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
