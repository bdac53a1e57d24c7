import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jobcoach.errors import EnvironmentMissing
from jobcoach.store.connection import Connection
from jobcoach.store.migrate import migrate, migration_files

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def connection(tmp_path: Path):
    opened = sqlite3.connect(tmp_path / "x.db", isolation_level=None, factory=Connection)
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "migrations"
    made.mkdir()
    (made / "0001_fruit.sql").write_text(
        "CREATE TABLE fruit (id INTEGER PRIMARY KEY, name TEXT DEFAULT ';');"
    )
    return made


def applied(connection: sqlite3.Connection) -> list[tuple[int, str]]:
    return connection.execute("SELECT number, name FROM schema_migrations ORDER BY number").fetchall()


def test_each_migration_runs_once_and_in_order(connection: sqlite3.Connection, folder: Path) -> None:
    migrate(connection, NOW, folder)
    connection.execute("INSERT INTO fruit (id) VALUES (1)")
    (folder / "0002_colour.sql").write_text(
        "ALTER TABLE fruit ADD COLUMN colour TEXT;\n-- a remark; with a semicolon\n"
        "UPDATE fruit SET colour = 'red';\n"
    )
    migrate(connection, NOW, folder)
    migrate(connection, NOW, folder)
    assert applied(connection) == [(1, "0001_fruit"), (2, "0002_colour")]
    assert connection.execute("SELECT * FROM fruit").fetchall() == [(1, ";", "red")]


def test_a_migration_that_fails_leaves_the_schema_as_it_was(
    connection: sqlite3.Connection, folder: Path
) -> None:
    migrate(connection, NOW, folder)
    (folder / "0002_broken.sql").write_text("CREATE TABLE half (id);\nCREATE TABLE fruit (id);\n")
    with pytest.raises(sqlite3.OperationalError, match="fruit"):
        migrate(connection, NOW, folder)
    assert not connection.in_transaction
    assert applied(connection) == [(1, "0001_fruit")]
    assert connection.execute("SELECT name FROM sqlite_master WHERE name = 'half'").fetchall() == []


def test_a_newer_schema_is_refused(connection: sqlite3.Connection, folder: Path) -> None:
    migrate(connection, NOW, folder)
    (folder / "0001_fruit.sql").rename(folder / "0003_fruit.sql")
    with pytest.raises(EnvironmentMissing, match="newer"):
        migrate(connection, NOW, folder)


def test_the_shipped_migrations_are_numbered_without_a_gap() -> None:
    numbers = list(migration_files())
    assert numbers == list(range(1, len(numbers) + 1))
