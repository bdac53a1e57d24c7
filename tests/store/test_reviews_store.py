import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jobcoach.store import Store
from jobcoach.store.connection import Connection
from jobcoach.store.migrate import migrate, migration_files
from jobcoach.store.reviews import ReviewRecord

RECORD = ReviewRecord(
    created_at=datetime(2026, 3, 1, 9, 30, tzinfo=UTC),
    location="/home/나/repo",
    commit="a" * 40,
    ref="main",
    lang="ko",
    score=71.5,
    findings=2,
    questions=1,
    model="",
    # A path in decomposed Hangul, and one whose bytes are no UTF-8.
    review={"questions": [{"text": "왜?"}], "paths": ["\u1112\u1161\u11ab.md", "\udc80"]},
)


def test_what_is_kept_comes_back_whole(tmp_path: Path) -> None:
    with Store.open(tmp_path / "x.db") as store:
        number = store.reviews.add(RECORD)
        assert store.reviews.get(number) == replace(RECORD, id=number)
        assert store.reviews.get(number + 1) is None
        assert store.reviews.get(2**70) is None
    with Store.open(tmp_path / "x.db") as store:
        assert store.reviews.latest() == [replace(RECORD, id=number)]
        assert store.check() == []


def test_the_latest_of_a_location_comes_first(tmp_path: Path) -> None:
    with Store.open(tmp_path / "x.db") as store:
        ids = [
            store.reviews.add(record)
            for record in (RECORD, replace(RECORD, location="other", commit=None, ref=None), RECORD)
        ]
        assert [each.id for each in store.reviews.latest()] == ids[::-1]
        assert [each.id for each in store.reviews.latest(location="other")] == [ids[1]]
        assert [each.id for each in store.reviews.latest(1)] == [ids[2]]


def test_a_lone_surrogate_can_be_stored(tmp_path: Path) -> None:
    with Store.open(tmp_path / "x.db") as store:
        number = store.reviews.add(replace(RECORD, location="x\udc80", ref="y\udc80"))
        kept = store.reviews.get(number)
    assert kept is not None
    assert (kept.location, kept.ref) == ("x\\udc80", "y\\udc80")


def test_a_number_that_json_does_not_know_is_refused(tmp_path: Path) -> None:
    with Store.open(tmp_path / "x.db") as store:
        with pytest.raises(ValueError, match="JSON compliant"):
            store.reviews.add(replace(RECORD, review={"score": float("nan")}))
        assert store.reviews.latest() == []


def test_a_review_without_a_score_is_kept(tmp_path: Path) -> None:
    with Store.open(tmp_path / "x.db") as store:
        number = store.reviews.add(replace(RECORD, score=None))
        kept = store.reviews.get(number)
    assert kept is not None
    assert kept.score is None


def test_reviews_of_an_older_schema_stay_and_no_number_is_given_again(tmp_path: Path) -> None:
    older = tmp_path / "older"
    older.mkdir()
    for number, path in migration_files().items():
        if number < 6:
            (older / path.name).write_bytes(path.read_bytes())
    file = tmp_path / "x.db"
    with closing(sqlite3.connect(file, isolation_level=None, factory=Connection)) as connection:
        migrate(connection, RECORD.created_at, older)
        for _ in range(3):
            connection.execute(
                "INSERT INTO reviews (created_at, location, lang, score, findings, questions, model, review)"
                " VALUES ('2026-03-01T09:30:00Z', 'a', 'ko', 71.5, 2, 1, '', '{}')"
            )
        connection.execute("DELETE FROM reviews WHERE id = 3")
    with Store.open(file) as store:
        assert [(each.id, each.score) for each in store.reviews.latest()] == [(2, 71.5), (1, 71.5)]
        assert store.reviews.add(RECORD) == 4
        assert store.check() == []
