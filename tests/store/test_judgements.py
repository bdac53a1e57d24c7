import sqlite3
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.store import JudgementRecord, Store, TestRecord

NOW = datetime(2026, 3, 1, 9, 30, 0, 120, tzinfo=UTC)
RECORD = JudgementRecord(
    created_at=NOW,
    path="two-sum.py",
    problem="two-sum",
    problem_version="a" * 64,
    language="python",
    sandbox="docker",
    image_digest="sha256:" + "b" * 64,
    source_hash="c" * 64,
    verdict="WA",
    points=40.5,
    max_points=100.0,
    verdict_key="key",
    compile_ok=True,
    compile_seconds=0.25,
    compile_output="",
    message="secret/02",
    options={"time_factor": 2.0},
    tests=(
        TestRecord("secret/02", "secret", "WA", 0.01, 0.02, 9_000_000, None, "토큰이 다릅니다"),
        TestRecord("sample/1", "sample", "AC", 0.011, 0.021, 9_000_001, 40.5),
    ),
)


@pytest.fixture
def store(tmp_path: Path):
    with Store.open(tmp_path / "jobcoach.db") as opened:
        yield opened


def test_a_judgement_comes_back_with_its_tests_in_the_order_they_ran(store: Store) -> None:
    judgement_id = store.judgements.add(RECORD)
    assert store.judgements.get(judgement_id) == replace(RECORD, id=judgement_id)


def test_what_is_added_is_committed_for_other_connections(store: Store) -> None:
    judgement_id = store.judgements.add(RECORD)
    with Store.open(store.path) as other:
        assert other.judgements.get(judgement_id) is not None


@pytest.mark.parametrize("judgement_id", [0, -1, 1, 2**63 - 1, 2**63, 10**30])
def test_an_unknown_id_gives_none(store: Store, judgement_id: int) -> None:
    assert store.judgements.get(judgement_id) is None


def test_an_id_is_never_used_twice(store: Store) -> None:
    first = store.judgements.add(RECORD)
    with sqlite3.connect(store.path) as connection:
        connection.execute("DELETE FROM judgements")
    connection.close()
    assert store.judgements.add(RECORD) > first


def test_a_judgement_belongs_to_a_batch_that_exists(store: Store) -> None:
    batch_id = store.batches.add(NOW)
    judgement_id = store.judgements.add(replace(RECORD, batch_id=batch_id))
    found = store.judgements.get(judgement_id)
    assert found is not None
    assert found.batch_id == batch_id


def test_a_judgement_whose_row_fails_leaves_nothing_behind(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        store.judgements.add(replace(RECORD, batch_id=77))
    with pytest.raises(sqlite3.IntegrityError, match="NOT NULL"):
        store.judgements.add(
            replace(RECORD, tests=(*RECORD.tests, replace(RECORD.tests[0], memory_bytes=None)))
        )
    assert store.judgements.latest() == []
    assert store.judgements.add(RECORD)


class TestFindByKey:
    def test_finds_the_latest_of_that_key_with_its_tests(self, store: Store) -> None:
        store.judgements.add(replace(RECORD, verdict="TLE"))
        second = store.judgements.add(RECORD)
        store.judgements.add(replace(RECORD, verdict_key="other"))
        found = store.judgements.find_by_key("key")
        assert found == replace(RECORD, id=second)

    def test_never_finds_a_fault_of_the_judge(self, store: Store) -> None:
        store.judgements.add(replace(RECORD, verdict="JE"))
        assert store.judgements.find_by_key("key") is None
        wrong = store.judgements.add(RECORD)
        store.judgements.add(replace(RECORD, verdict="JE"))
        found = store.judgements.find_by_key("key")
        assert found is not None
        assert found.id == wrong

    def test_is_answered_by_the_index(self, store: Store) -> None:
        plan = (
            sqlite3.connect(store.path)
            .execute(
                "EXPLAIN QUERY PLAN SELECT * FROM judgements"
                " WHERE verdict_key = ? AND verdict <> 'JE' ORDER BY id DESC LIMIT 1",
                ("key",),
            )
            .fetchall()
        )
        assert "judgements_by_key" in str(plan)
        assert "TEMP B-TREE" not in str(plan)


class TestLatest:
    def test_newest_first_up_to_the_limit_without_tests(self, store: Store) -> None:
        ids = [store.judgements.add(RECORD) for _ in range(5)]
        found = store.judgements.latest(3)
        assert [record.id for record in found] == ids[:1:-1]
        assert found[0] == replace(RECORD, id=ids[-1], tests=())

    def test_by_problem_and_verdict(self, store: Store) -> None:
        store.judgements.add(RECORD)
        wanted = store.judgements.add(replace(RECORD, problem="trie", verdict="AC"))
        store.judgements.add(replace(RECORD, problem="trie"))
        found = store.judgements.latest(problem="trie", verdict="AC")
        assert [record.id for record in found] == [wanted]

    @pytest.mark.parametrize(("limit", "found"), [(0, 0), (-1, 0), (10**30, 1)])
    def test_a_limit_out_of_range_is_taken_as_the_nearest(self, store: Store, limit: int, found: int) -> None:
        store.judgements.add(RECORD)
        assert len(store.judgements.latest(limit)) == found


def test_a_time_is_kept_in_utc_to_the_microsecond(store: Store) -> None:
    seoul = NOW.astimezone(timezone(timedelta(hours=9)))
    found = store.judgements.get(store.judgements.add(replace(RECORD, created_at=seoul)))
    assert found is not None
    assert found.created_at == NOW
    assert found.created_at.utcoffset() == timedelta(0)


def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="zone"):
        store.judgements.add(replace(RECORD, created_at=NOW.replace(tzinfo=None)))


def test_the_path_keeps_its_bytes_where_other_text_becomes_nfc(store: Store) -> None:
    name = unicodedata.normalize("NFD", "풀이.py")
    found = store.judgements.get(store.judgements.add(replace(RECORD, path=name, message=name)))
    assert found is not None
    assert found.path == name
    assert found.message == "풀이.py"


ANY_TEXT = st.text(st.characters(exclude_categories=())) | st.sampled_from(
    ["\0", "a\0b", "\ud800", "\udcff.py", unicodedata.normalize("NFD", "각"), "\x1b[31m", "'; --"]
)
FLOATS = st.floats(0, 1e6)


@given(
    message=ANY_TEXT,
    output=ANY_TEXT,
    options=st.dictionaries(ANY_TEXT, st.none() | st.booleans() | FLOATS | ANY_TEXT),
    tests=st.lists(
        st.builds(
            TestRecord,
            name=ANY_TEXT,
            group=ANY_TEXT,
            verdict=st.sampled_from(["AC", "WA", "TLE", "JE"]),
            cpu_seconds=FLOATS,
            wall_seconds=FLOATS,
            memory_bytes=st.integers(0, 2**63 - 1),
            points=st.none() | FLOATS,
            message=ANY_TEXT,
        ),
        max_size=4,
    ),
)
def test_any_text_and_figure_comes_back(memory_store, message, output, options, tests) -> None:
    record = replace(RECORD, message=message, compile_output=output, options=options, tests=tuple(tests))
    found = memory_store.judgements.get(memory_store.judgements.add(record))
    assert found.message == as_stored(message)
    assert found.compile_output == as_stored(output)
    assert found.options == options
    assert found.tests == tuple(
        replace(test, name=as_stored(test.name), group=as_stored(test.group), message=as_stored(test.message))
        for test in tests
    )


@pytest.fixture(scope="module")
def memory_store(tmp_path_factory):
    with Store.open(tmp_path_factory.mktemp("store") / "jobcoach.db") as opened:
        yield opened


def as_stored(text: str) -> str:
    shown = "".join(f"\\u{ord(char):04x}" if 0xD800 <= ord(char) <= 0xDFFF else char for char in text)
    return unicodedata.normalize("NFC", shown)
