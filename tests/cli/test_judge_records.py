"""Verdicts in the store: committed at once, recalled without loss, silent about secret tests."""

import threading
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from jobcoach.cli.judge.records import VerdictRecords, record_from, result_from
from jobcoach.judge.results import CompileResult, SampleView, SubmissionResult, TestResult
from jobcoach.judge.task import JudgeOptions
from jobcoach.judge.verdicts import Verdict
from jobcoach.store import Store

KEY = "k" * 64
SAMPLE = TestResult("sample/1", "sample", Verdict.AC, 0.01, 0.02, 9_000_000)
RESULT = SubmissionResult(
    path="a.py",
    problem="two-sum",
    problem_version="1" * 64,
    language="python",
    sandbox="docker",
    image_digest="sha256:1",
    source_hash="2" * 64,
    verdict=Verdict.WA,
    points=40.0,
    max_points=100.0,
    compile=CompileResult(ok=True, seconds=0.5, output="warning"),
    tests=(SAMPLE, TestResult("secret/1", "secret", Verdict.WA, 0.1, 0.2, 10, points=2.5)),
    message="",
)


class Clock:
    """A second more at each look."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "jobcoach.db") as store:
        yield store


def records(store: Store, *, samples_wanted: bool = False) -> VerdictRecords:
    return VerdictRecords(store, samples_wanted=samples_wanted, now=Clock())


def test_kept_verdict_comes_back_whole(store: Store) -> None:
    records(store).keep(RESULT, KEY, JudgeOptions())
    recalled = records(store).recall(KEY)
    assert recalled == replace(RESULT, cached=True, compile=replace(RESULT.compile, cached=True))


def test_unknown_key_recalls_nothing(store: Store) -> None:
    assert records(store).recall(KEY) is None


def test_each_verdict_is_committed_before_the_next(store: Store) -> None:
    mine = records(store)
    for number in range(3):
        mine.keep(replace(RESULT, path=f"{number}.py"), KEY, JudgeOptions())
        with Store.open(store.path) as other:
            assert [record.path for record in other.judgements.latest(1)] == [f"{number}.py"]


def test_verdicts_of_one_run_share_a_batch(store: Store) -> None:
    mine = records(store)
    first, second = (mine.keep(RESULT, KEY, JudgeOptions()) for _ in range(2))
    third = records(store).keep(RESULT, KEY, JudgeOptions())
    batches = [found.batch_id for each in (first, second, third) if (found := store.judgements.get(each))]
    assert batches[0] == batches[1] != batches[2]


def test_recalled_verdict_of_the_same_path_is_no_new_entry(store: Store) -> None:
    first = records(store).keep(RESULT, KEY, JudgeOptions())
    mine = records(store)
    recalled = mine.recall(KEY)
    assert recalled is not None
    assert mine.keep(recalled, KEY, JudgeOptions()) == first
    assert mine.keep(replace(recalled, path="copy.py"), KEY, JudgeOptions()) != first


def test_words_about_secret_tests_are_not_kept(store: Store) -> None:
    secret = replace(RESULT.tests[1], message="expected 4242", sample=SampleView("4242", "", ""))
    sample = replace(SAMPLE, verdict=Verdict.WA, message="3 is right")
    judgement = records(store).keep(replace(RESULT, tests=(sample, secret)), KEY, JudgeOptions())
    record = store.judgements.get(judgement)
    assert record is not None
    assert [test.message for test in record.tests] == ["3 is right", ""]


def test_verdict_whose_sample_is_to_be_shown_is_judged_again(store: Store) -> None:
    failed = replace(RESULT, tests=(replace(SAMPLE, verdict=Verdict.WA),))
    records(store).keep(failed, KEY, JudgeOptions())
    assert records(store, samples_wanted=True).recall(KEY) is None
    assert records(store).recall(KEY) is not None


def test_workers_recall_until_the_records_are_closed(store: Store) -> None:
    records(store).keep(RESULT, KEY, JudgeOptions())
    mine = records(store)
    found: list[SubmissionResult | None] = []
    for _ in range(2):
        worker = threading.Thread(target=lambda: found.extend([mine.recall(KEY), mine.recall("other")]))
        worker.start()
        worker.join()
        mine.close()
    assert [result is not None for result in found] == [True, False, False, False]


def test_verdict_of_a_later_version_is_passed_over() -> None:
    record = record_from(RESULT, KEY, JudgeOptions(), datetime.now(UTC), None)
    assert result_from(replace(record, verdict="XX")) is None


def test_options_are_kept(store: Store) -> None:
    options = JudgeOptions(time_factor=2.0, stop_on_fail=True)
    record = store.judgements.get(records(store).keep(RESULT, KEY, options))
    assert record is not None
    assert record.options == asdict(options)
