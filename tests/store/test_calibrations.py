from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jobcoach.store import Store
from jobcoach.store.calibrations import CalibrationRecord

RECORD = CalibrationRecord(
    created_at=datetime(2026, 3, 1, 9, 30, tzinfo=UTC),
    grader="model",
    model="openai:가나다",
    prompt_version="2",
    data_name="gold.csv",
    data_hash="a" * 64,
    report={"pearson": 0.5, "human": None, "adversarial": [{"case": "empty", "ok": True}]},
    shares=(0.1, None, 1.0),
)


def test_what_is_kept_comes_back_whole(tmp_path: Path) -> None:
    with Store.open(tmp_path / "x.db") as store:
        number = store.calibrations.add(RECORD)
        assert store.calibrations.get(number) == replace(RECORD, id=number)
        assert store.calibrations.get(number + 1) is None
        assert store.calibrations.get(2**70) is None
    with Store.open(tmp_path / "x.db") as store:
        assert store.calibrations.latest() == [replace(RECORD, id=number)]
        assert store.check() == []


def test_the_latest_of_some_data_and_grader(tmp_path: Path) -> None:
    with Store.open(tmp_path / "x.db") as store:
        ids = [
            store.calibrations.add(record)
            for record in (RECORD, replace(RECORD, grader="offline"), replace(RECORD, data_hash="b" * 64))
        ]
        assert [each.id for each in store.calibrations.latest()] == ids[::-1]
        assert [each.id for each in store.calibrations.latest(5, data_hash="a" * 64, grader="model")] == ids[
            :1
        ]
        assert [each.id for each in store.calibrations.latest(1)] == ids[-1:]


def test_a_number_that_json_does_not_know_is_refused(tmp_path: Path) -> None:
    with Store.open(tmp_path / "x.db") as store:
        with pytest.raises(ValueError, match="JSON compliant"):
            store.calibrations.add(replace(RECORD, shares=(float("nan"),)))
        assert store.calibrations.latest() == []
