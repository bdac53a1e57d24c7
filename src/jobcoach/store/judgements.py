"""Judged submissions with their tests: the history, and the cache of verdicts."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from sqlite3 import Cursor
from typing import Any

from jobcoach.store.connection import Connection
from jobcoach.store.failures import told
from jobcoach.store.records import JudgementRecord, TestRecord
from jobcoach.store.values import exact_text_value, text_value, time_from, time_value

_SQLITE_MAX_INTEGER = 2**63 - 1
_INSERT = """
INSERT INTO judgements (
    batch_id, created_at, path, problem, problem_version, language, sandbox, image_digest, source_hash,
    verdict, points, max_points, compile_ok, compile_seconds, compile_output, message, verdict_key, options
) VALUES (
    :batch_id, :created_at, :path, :problem, :problem_version, :language, :sandbox, :image_digest,
    :source_hash, :verdict, :points, :max_points, :compile_ok, :compile_seconds, :compile_output,
    :message, :verdict_key, :options
)
"""
_INSERT_TEST = "INSERT INTO tests VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_BY_ID = "SELECT * FROM judgements WHERE id = ?"
_BY_KEY = "SELECT * FROM judgements WHERE verdict_key = ? AND verdict <> 'JE' ORDER BY id DESC LIMIT 1"
_LATEST = """
SELECT * FROM judgements
WHERE (:problem IS NULL OR problem = :problem) AND (:verdict IS NULL OR verdict = :verdict)
ORDER BY id DESC LIMIT :limit
"""
_OF_BATCH = "SELECT * FROM judgements WHERE batch_id = ? ORDER BY id"
_SELECT_TESTS = """
SELECT name, "group", verdict, cpu_seconds, wall_seconds, memory_bytes, points, message
FROM tests WHERE judgement_id = ? ORDER BY ordinal
"""


class Judgements:
    """The tables ``judgements`` and ``tests``."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def add(self, record: JudgementRecord) -> int:
        """Store a judgement with its tests, all or nothing; returns its id. Committed at once.

        Text is stored in NFC, but ``path`` as it is. Raises EnvironmentMissing
        if the database cannot be written.
        """
        with told(self._path), self._connection.atomic():
            cursor = self._connection.execute(_INSERT, _values(record))
            judgement_id = int(cursor.lastrowid or 0)
            self._connection.executemany(
                _INSERT_TEST,
                [(judgement_id, index, *_test_values(test)) for index, test in enumerate(record.tests)],
            )
            return judgement_id

    def get(self, judgement_id: int) -> JudgementRecord | None:
        """One judgement with its tests, None if there is none of that id."""
        if not 0 < judgement_id <= _SQLITE_MAX_INTEGER:
            return None
        return self._one(_BY_ID, (judgement_id,))

    def find_by_key(self, verdict_key: str) -> JudgementRecord | None:
        """The latest judgement of that key, with its tests; never one that ended in JE."""
        return self._one(_BY_KEY, (verdict_key,))

    def latest(
        self, limit: int = 20, *, problem: str | None = None, verdict: str | None = None
    ) -> list[JudgementRecord]:
        """The newest judgements first, without their tests."""
        wanted = {
            "problem": text_value(problem) if problem else None,
            "verdict": text_value(verdict) if verdict else None,
            "limit": max(0, min(limit, _SQLITE_MAX_INTEGER)),
        }
        with told(self._path):
            cursor = self._connection.execute(_LATEST, wanted)
            return [_record(cursor, row, ()) for row in cursor.fetchall()]

    def of_batch(self, batch_id: int) -> Iterator[JudgementRecord]:
        """The judgements of a batch in their order, with their tests."""
        with told(self._path):
            cursor = self._connection.execute(_OF_BATCH, (batch_id,))
            for row in cursor.fetchall():
                tests = self._connection.execute(_SELECT_TESTS, (row[0],)).fetchall()
                yield _record(cursor, row, tuple(TestRecord(*test) for test in tests))

    def _one(self, sql: str, parameters: tuple[object, ...]) -> JudgementRecord | None:
        with told(self._path):
            cursor = self._connection.execute(sql, parameters)
            row = cursor.fetchone()
            if row is None:
                return None
            tests = self._connection.execute(_SELECT_TESTS, (row[0],)).fetchall()
        return _record(cursor, row, tuple(TestRecord(*test) for test in tests))


def _values(record: JudgementRecord) -> dict[str, object]:
    values = {field.name: getattr(record, field.name) for field in fields(record) if field.name != "tests"}
    return {
        **{name: text_value(value) if isinstance(value, str) else value for name, value in values.items()},
        "created_at": time_value(record.created_at),
        "path": exact_text_value(record.path),
        "options": json.dumps(record.options, sort_keys=True),
    }


def _test_values(test: TestRecord) -> Sequence[object]:
    return (
        text_value(test.name),
        text_value(test.group),
        test.verdict,
        test.cpu_seconds,
        test.wall_seconds,
        test.memory_bytes,
        test.points,
        text_value(test.message),
    )


def _record(cursor: Cursor, row: Sequence[Any], tests: tuple[TestRecord, ...]) -> JudgementRecord:
    values = {column[0]: value for column, value in zip(cursor.description, row, strict=True)}
    return JudgementRecord(
        **{
            **values,
            "created_at": time_from(values["created_at"]),
            "compile_ok": bool(values["compile_ok"]),
            "options": json.loads(values["options"]),
            "tests": tests,
        }
    )
