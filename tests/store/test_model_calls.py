from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jobcoach.store import Store
from jobcoach.store.model_calls import ModelCallRecord, ModelCallTotals

CALL = ModelCallRecord(
    created_at=datetime(2026, 3, 1, 9, 30, 0, 120, tzinfo=UTC),
    prompt="grade-answer",
    prompt_version="1-0a1b2c3d",
    model="openai:gpt-4.1-mini",
    host="api.openai.com",
    sample=2,
    tokens_in=1200,
    tokens_out=300,
    latency_seconds=2.5,
    cached=False,
    error="",
    attempts=1,
    cost_dollars=0.001,
)


@pytest.fixture
def store(tmp_path: Path):
    with Store.open(tmp_path / "jobcoach.db") as opened:
        yield opened


def test_a_call_comes_back_as_it_was_stored(store: Store) -> None:
    store.model_calls.add(CALL)
    assert store.model_calls.latest() == [CALL]


def test_what_is_unknown_stays_unknown(store: Store) -> None:
    call = replace(CALL, tokens_in=None, tokens_out=None, cost_dollars=None, error="timeout")
    store.model_calls.add(call)
    assert store.model_calls.latest() == [call]


def test_texts_are_kept_when_given(store: Store) -> None:
    store.model_calls.add(replace(CALL, request_text="안녕\ud800", reply_text="{}"))
    (found,) = store.model_calls.latest()
    assert found.request_text == "안녕\\ud800"
    assert found.reply_text == "{}"


def test_newest_first_up_to_the_limit(store: Store) -> None:
    for sample in range(5):
        store.model_calls.add(replace(CALL, sample=sample))
    assert [call.sample for call in store.model_calls.latest(2)] == [4, 3]
    assert store.model_calls.latest(-1) == []


def test_totals(store: Store) -> None:
    assert store.model_calls.totals() == ModelCallTotals(0, 0, 0, 0, 0, 0.0, 0)
    store.model_calls.add(CALL)
    store.model_calls.add(replace(CALL, cached=True, tokens_in=None, tokens_out=None, cost_dollars=0.0))
    store.model_calls.add(replace(CALL, error="timeout", cost_dollars=None))
    assert store.model_calls.totals() == ModelCallTotals(3, 1, 1, 2400, 600, 0.001, 1)
