"""Calls of language models: what they took, and how they ended."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from jobcoach.store.connection import Connection
from jobcoach.store.failures import told
from jobcoach.store.values import text_value, time_from, time_value

_SQLITE_MAX_INTEGER = 2**63 - 1


@dataclass(frozen=True, slots=True)
class ModelCallRecord:
    """One call, as ``llm.records.ModelCall`` has it. ``created_at`` has a time zone."""

    created_at: datetime
    prompt: str
    prompt_version: str
    model: str
    host: str
    sample: int
    tokens_in: int | None
    tokens_out: int | None
    latency_seconds: float
    cached: bool
    error: str
    attempts: int
    cost_dollars: float | None
    request_text: str | None = None
    reply_text: str | None = None


@dataclass(frozen=True, slots=True)
class ModelCallTotals:
    """Sums over all calls. ``unpriced`` counts those, not from cache, whose price is unknown."""

    calls: int
    cached: int
    failed: int
    tokens_in: int
    tokens_out: int
    cost_dollars: float
    unpriced: int


_COLUMNS = tuple(field.name for field in fields(ModelCallRecord))
_INSERT = f"INSERT INTO model_calls ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608 (names of our own fields)
_LATEST = f"SELECT {', '.join(_COLUMNS)} FROM model_calls ORDER BY id DESC LIMIT ?"  # noqa: S608 (as above)
_TOTALS = """
SELECT count(*), coalesce(sum(cached), 0), coalesce(sum(error <> ''), 0), coalesce(sum(tokens_in), 0),
    coalesce(sum(tokens_out), 0), coalesce(sum(cost_dollars), 0.0),
    coalesce(sum(cost_dollars IS NULL AND NOT cached), 0)
FROM model_calls
"""


class ModelCalls:
    """The table ``model_calls``."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def add(self, record: ModelCallRecord) -> None:
        """Store one call. Committed at once. Raises EnvironmentMissing if the database cannot be written."""
        with told(self._path), self._connection.atomic():
            self._connection.execute(_INSERT, _values(record))

    def latest(self, limit: int = 20) -> list[ModelCallRecord]:
        """The newest calls first."""
        with told(self._path):
            rows = self._connection.execute(_LATEST, (max(0, min(limit, _SQLITE_MAX_INTEGER)),)).fetchall()
        return [_record(row) for row in rows]

    def totals(self) -> ModelCallTotals:
        """Sums over all calls."""
        with told(self._path):
            return ModelCallTotals(*self._connection.execute(_TOTALS).fetchone())


def _values(record: ModelCallRecord) -> Sequence[object]:
    first, *rest = astuple(record)
    return [time_value(first), *(text_value(value) if isinstance(value, str) else value for value in rest)]


def _record(row: Sequence[Any]) -> ModelCallRecord:
    found = ModelCallRecord(*row)
    return replace(found, created_at=time_from(row[0]), cached=bool(found.cached))
