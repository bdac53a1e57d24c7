from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jobcoach.store import Store
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
