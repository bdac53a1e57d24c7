"""Verdicts on reference submissions come back whole, and a broken file is only a miss."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from jobcoach.cli.problems.verify_cache import VerdictCache
from jobcoach.judge.events import Finished
from jobcoach.judge.results import CompileResult, SampleView, SubmissionResult, TestResult
from jobcoach.judge.verdicts import Verdict

KEY = "k" * 64
TEST = TestResult("secret/1", "secret", Verdict.WA, 0.1, 0.2, 10, points=2.5, message="expected 3")
RESULT = SubmissionResult(
    path="submissions/wrong_answer/a.py",
    problem="two-sum",
    problem_version="1",
    language="python",
    sandbox="docker",
    image_digest="",
    source_hash="2",
    verdict=Verdict.WA,
    points=None,
    max_points=None,
    compile=CompileResult(ok=True, seconds=0.5, output="\ud800 warning"),
    tests=(TEST,),
)


def judge(cache: VerdictCache, result: SubmissionResult, key: str | None = KEY) -> None:
    """What a batch does in one thread."""
    if key is not None:
        cache.recall(key)
    cache.on_event(Finished(0, result))


def test_verdict_comes_back_whole(tmp_path: Path) -> None:
    cache = VerdictCache(tmp_path / "verdicts")
    judge(cache, RESULT)
    expected = replace(RESULT, cached=True, compile=replace(RESULT.compile, cached=True))
    assert VerdictCache(tmp_path / "verdicts").recall(KEY) == expected
    assert (tmp_path / "verdicts").stat().st_mode & 0o077 == 0


def test_data_of_samples_is_not_kept(tmp_path: Path) -> None:
    cache = VerdictCache(tmp_path)
    judge(cache, replace(RESULT, tests=(replace(TEST, sample=SampleView("in", "out", "given")),)))
    recalled = cache.recall(KEY)
    assert recalled is not None
    assert recalled.tests == (TEST,)


@pytest.mark.parametrize(
    "result",
    [
        replace(RESULT, verdict=Verdict.JE),
        replace(RESULT, tests=(replace(TEST, verdict=Verdict.JE),)),
        replace(RESULT, cached=True),
    ],
)
def test_judge_errors_and_recalled_verdicts_are_not_kept(tmp_path: Path, result: SubmissionResult) -> None:
    cache = VerdictCache(tmp_path)
    judge(cache, result)
    assert list(tmp_path.iterdir()) == []


def test_verdict_is_never_kept_under_the_key_of_another(tmp_path: Path) -> None:
    cache = VerdictCache(tmp_path)
    judge(cache, RESULT)
    judge(cache, replace(RESULT, path="other.py"), key=None)
    [file] = tmp_path.iterdir()
    assert file.name == f"{KEY}.json"
    recalled = cache.recall(KEY)
    assert recalled is not None
    assert recalled.path == RESULT.path


def test_threads_do_not_mix_their_keys(tmp_path: Path) -> None:
    cache = VerdictCache(tmp_path)
    keys = [f"key-{number}" for number in range(20)]
    meet = threading.Barrier(len(keys))

    def work(key: str) -> None:
        cache.recall(key)
        meet.wait()
        cache.on_event(Finished(0, replace(RESULT, path=key)))

    threads = [threading.Thread(target=work, args=(key,)) for key in keys]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found.path for key in keys if (found := cache.recall(key))] == keys


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        "null",
        '{"verdict": "XX"}',
        "[" * 100_000,
        '{"tests": [1], "verdict": "AC", "compile": {}}',
        "\x80",
    ],
)
def test_broken_file_is_a_miss(tmp_path: Path, text: str) -> None:
    (tmp_path / f"{KEY}.json").write_bytes(text.encode("latin-1"))
    assert VerdictCache(tmp_path).recall(KEY) is None


def test_folder_that_cannot_be_made_only_means_judging_again(tmp_path: Path) -> None:
    (tmp_path / "verdicts").write_text("a file")
    cache = VerdictCache(tmp_path / "verdicts")
    judge(cache, RESULT)
    assert cache.recall(KEY) is None
