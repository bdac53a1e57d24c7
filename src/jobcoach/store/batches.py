"""Runs of ``judge``, each with the submissions it judged."""

from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from jobcoach.store.failures import told
from jobcoach.store.values import time_value


class Batches:
    """The table ``batches``."""

    def __init__(self, database: Database, path: Path) -> None:
        self._database = database
        self._path = path

    def add(self, created_at: datetime) -> int:
        """Start a batch; returns its id. Committed at once."""
        with told(self._path), self._database.atomic():
            cursor = self._database.execute(
                "INSERT INTO batches (created_at) VALUES (?)", (time_value(created_at),)
            )
            return int(cursor.lastrowid or 0)
