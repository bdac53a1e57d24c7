"""Taking what is kept out of the file again, so that no byte of it is left there.

SQLite leaves deleted rows in free pages and in the write-ahead log: ``secure_delete``
overwrites the first, a checkpoint and ``VACUUM`` empty the second.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from jobcoach.store.connection import Connection
from jobcoach.store.failures import told

if TYPE_CHECKING:
    from sqlite_utils import Database

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

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def ids(self, kind: Kind) -> list[str]:
        """What can be removed, the newest last."""
        with told(self._path):
            rows = self._tables().table(_TABLES[kind].name).rows_where(select="id", order_by="rowid")
            return [str(row["id"]) for row in rows]

    def remove(self, kind: Kind, ids: list[str]) -> None:
        """Remove these rows, and the logged texts of all calls of models: those name no row."""
        table, tables = _TABLES[kind], self._tables()
        with told(self._path):
            tables.execute("PRAGMA secure_delete = ON")
            with self._connection.atomic():
                for each in ids:
                    for part in table.parts:
                        tables.table(part).delete_where(f"{kind}_id = ?", [each])
                    tables.table(table.name).delete_where("id = ?", [each])
                tables.execute(_EMPTY_BATCHES)
                tables.execute(_TEXTS_OF_CALLS)
            tables.vacuum()
            tables.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _tables(self) -> "Database":
        from sqlite_utils import Database  # 35 ms

        # No plugins: what else is installed has no business in this file.
        return Database(self._connection, execute_plugins=False)
