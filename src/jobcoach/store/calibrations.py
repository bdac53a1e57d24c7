"""Measurements of graders, kept so that a later one can be compared with them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from jobcoach.store.connection import Connection
from jobcoach.store.failures import told
from jobcoach.store.values import text_value, time_from, time_value

_SQLITE_MAX_INTEGER = 2**63 - 1
_COLUMNS = "created_at, grader, model, prompt_version, data_name, data_hash, report, shares"
_INSERT = f"INSERT INTO calibrations ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 (our own names)
_BY_ID = f"SELECT {_COLUMNS}, id FROM calibrations WHERE id = ?"  # noqa: S608 (as above)
_LATEST = f"""
SELECT {_COLUMNS}, id FROM calibrations
WHERE (:data_hash IS NULL OR data_hash = :data_hash) AND (:grader IS NULL OR grader = :grader)
ORDER BY id DESC LIMIT :limit
"""  # noqa: S608 (as above)


@dataclass(frozen=True, slots=True)
class CalibrationRecord:
    """One measurement. ``report`` holds JSON values; ``shares`` are scores from 0 to 1, None for ungraded.

    ``id`` is None until it is stored; ``created_at`` has a time zone.
    """

    created_at: datetime
    grader: str
    model: str
    prompt_version: str
    data_name: str
    data_hash: str
    report: Mapping[str, Any] = field(default_factory=dict)
    shares: Sequence[float | None] = ()
    id: int | None = None


class Calibrations:
    """The table ``calibrations``."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def add(self, record: CalibrationRecord) -> int:
        """Store one; returns its id. Committed at once. Raises EnvironmentMissing if it cannot be written."""
        texts = (record.grader, record.model, record.prompt_version, record.data_name, record.data_hash)
        values = (
            time_value(record.created_at),
            *map(text_value, texts),
            json.dumps(record.report, sort_keys=True, allow_nan=False),
            json.dumps(list(record.shares), allow_nan=False),
        )
        with told(self._path), self._connection.atomic():
            return int(self._connection.execute(_INSERT, values).lastrowid or 0)

    def get(self, calibration_id: int) -> CalibrationRecord | None:
        """One of them, None if there is none of that id."""
        if not 0 < calibration_id <= _SQLITE_MAX_INTEGER:
            return None
        with told(self._path):
            row = self._connection.execute(_BY_ID, (calibration_id,)).fetchone()
        return _record(row) if row else None

    def latest(
        self, limit: int = 20, *, data_hash: str | None = None, grader: str | None = None
    ) -> list[CalibrationRecord]:
        """The newest first, of that data and grader."""
        wanted = {
            "data_hash": data_hash,
            "grader": grader,
            "limit": max(0, min(limit, _SQLITE_MAX_INTEGER)),
        }
        with told(self._path):
            return [_record(row) for row in self._connection.execute(_LATEST, wanted).fetchall()]


def _record(row: Sequence[Any]) -> CalibrationRecord:
    created_at, grader, model, prompt_version, data_name, data_hash, report, shares, number = row
    return CalibrationRecord(
        created_at=time_from(created_at),
        grader=grader,
        model=model,
        prompt_version=prompt_version,
        data_name=data_name,
        data_hash=data_hash,
        report=json.loads(report),
        shares=tuple(json.loads(shares)),
        id=number,
    )
