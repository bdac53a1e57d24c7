"""Runs of ``judge``, each with the submissions it judged."""

from datetime import datetime
from pathlib import Path

from jobcoach.store.connection import Connection
from jobcoach.store.failures import told
from jobcoach.store.values import time_from, time_value


class Batches:
    """The table ``batches``."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def add(self, created_at: datetime) -> int:
        """Start a batch; returns its id. Committed at once."""
        with told(self._path), self._connection.atomic():
            cursor = self._connection.execute(
                "INSERT INTO batches (created_at) VALUES (?)", (time_value(created_at),)
            )
            return int(cursor.lastrowid or 0)

    def latest_id(self) -> int | None:
        """The newest batch, None if there is none."""
        with told(self._path):
            row = self._connection.execute("SELECT max(id) FROM batches").fetchone()
        return None if row is None or row[0] is None else int(row[0])

    def get(self, batch_id: int) -> datetime | None:
        """When the batch was started, None if there is none of that id."""
        with told(self._path):
            row = self._connection.execute(
                "SELECT created_at FROM batches WHERE id = ?", (batch_id,)
            ).fetchone()
        return time_from(row[0]) if row else None
