"""Reviews of repositories, each kept whole."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from jobcoach.store.connection import Connection
from jobcoach.store.failures import told
from jobcoach.store.values import text_value, time_from, time_value

_SQLITE_MAX_INTEGER = 2**63 - 1
_COLUMNS = "created_at, location, commit_id, ref, lang, score, findings, questions, model, review"
_INSERT = f"INSERT INTO reviews ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 (our own names)
_BY_ID = f"SELECT {_COLUMNS}, id FROM reviews WHERE id = ?"  # noqa: S608 (as above)
_LATEST = f"""
SELECT {_COLUMNS}, id FROM reviews WHERE :location IS NULL OR location = :location
ORDER BY id DESC LIMIT :limit
"""  # noqa: S608 (as above)


@dataclass(frozen=True, slots=True)
class ReviewRecord:
    """One review. ``review`` holds JSON values; ``score`` is 0 to 100, None where there is none.

    ``id`` is None until it is stored; ``created_at`` has a time zone.
    """

    created_at: datetime
    location: str
    commit: str | None
    ref: str | None
    lang: str
    score: float | None
    findings: int
    questions: int
    model: str
    review: Mapping[str, Any]
    id: int | None = None


class Reviews:
    """The table ``reviews``."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def add(self, record: ReviewRecord) -> int:
        """Store one; returns its id. Committed at once. Raises EnvironmentMissing if it cannot be written."""
        values = (
            time_value(record.created_at),
            text_value(record.location),
            record.commit,
            None if record.ref is None else text_value(record.ref),
            record.lang,
            record.score,
            record.findings,
            record.questions,
            text_value(record.model),
            # Not NFC: a path's bytes name the file.
            json.dumps(record.review, sort_keys=True, allow_nan=False),
        )
        with told(self._path), self._connection.atomic():
            return int(self._connection.execute(_INSERT, values).lastrowid or 0)

    def get(self, review_id: int) -> ReviewRecord | None:
        """One of them, None if there is none of that id."""
        if not 0 < review_id <= _SQLITE_MAX_INTEGER:
            return None
        with told(self._path):
            row = self._connection.execute(_BY_ID, (review_id,)).fetchone()
        return _record(row) if row else None

    def latest(self, limit: int = 20, *, location: str | None = None) -> list[ReviewRecord]:
        """The newest first, of that location if one is named."""
        wanted = {"location": location, "limit": max(0, min(limit, _SQLITE_MAX_INTEGER))}
        with told(self._path):
            return [_record(row) for row in self._connection.execute(_LATEST, wanted).fetchall()]


def _record(row: Sequence[Any]) -> ReviewRecord:
    created_at, location, commit, ref, lang, score, findings, questions, model, review, number = row
    return ReviewRecord(
        created_at=time_from(created_at),
        location=location,
        commit=commit,
        ref=ref,
        lang=lang,
        score=score,
        findings=findings,
        questions=questions,
        model=model,
        review=json.loads(review),
        id=number,
    )
