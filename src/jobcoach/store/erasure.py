"""Taking what is kept out of the file again, so that no byte of it is left there.

SQLite leaves deleted rows in free pages and in the write-ahead log: ``secure_delete``
overwrites the first, a checkpoint and ``VACUUM`` empty the second.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from sqlite_utils import Database

from jobcoach.store.failures import told

Kind = Literal["interview", "review", "judgement", "calibration"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class _Table:
    """``parts`` are tables whose rows belong to a row and do not go with it by themselves."""

    name: str
    parts: tuple[str, ...] = ()


_TABLES: Mapping[Kind, _Table] = {
    "interview": _Table("interviews", ("interview_events",)),
    "review": _Table("reviews"),
    "judgement": _Table("judgements"),
    "calibration": _Table("calibrations"),
}
_EMPTY_BATCHES = (
    "DELETE FROM batches WHERE id NOT IN (SELECT batch_id FROM judgements WHERE batch_id NOT NULL)"
)
_TEXTS_OF_CALLS = "UPDATE model_calls SET request_text = NULL, reply_text = NULL"


class Erasure:
    """Removes rows of each kind. Raises EnvironmentMissing where the file cannot be written."""

    def __init__(self, database: Database, path: Path) -> None:
        self._database = database
        self._path = path

    def ids(self, kind: Kind) -> list[str]:
        """What can be removed, the newest last."""
        with told(self._path):
            rows = self._database.execute(f"SELECT id FROM {_TABLES[kind].name} ORDER BY rowid")  # noqa: S608 (ours)
            return [str(row[0]) for row in rows.fetchall()]

    def remove(self, kind: Kind, ids: list[str]) -> None:
        """Remove these rows, and the logged texts of all calls of models: those name no row."""
        table = _TABLES[kind]
        with told(self._path):
            self._database.execute("PRAGMA secure_delete = ON")
            with self._database.atomic():
                for each in ids:
                    for part in table.parts:
                        self._database.execute(f"DELETE FROM {part} WHERE {kind}_id = ?", (each,))  # noqa: S608 (ours)
                    self._database.execute(f"DELETE FROM {table.name} WHERE id = ?", (each,))  # noqa: S608 (ours)
                self._database.execute(_EMPTY_BATCHES)
                self._database.execute(_TEXTS_OF_CALLS)
            self._database.execute("VACUUM")
            self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
