"""Judging many submissions, side by side, with results as a stream."""

import hashlib
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from jobcoach.errors import EnvironmentMissing
from jobcoach.judge.events import Event, Finished, Listener, ignore
from jobcoach.judge.languages import language
from jobcoach.judge.results import SubmissionResult
from jobcoach.judge.running.boxes import expected_spec
from jobcoach.judge.running.build import BuildCache
from jobcoach.judge.running.exclusive import Machine
from jobcoach.judge.running.judging import judge_submission, plan_of
from jobcoach.judge.running.time_limits import TimeLimits
from jobcoach.judge.running.trial import Bench
from jobcoach.judge.running.validators import Validators
from jobcoach.judge.sandbox.box import Sandbox
from jobcoach.judge.task import JudgeOptions, Task

__all__ = ["JudgeOptions", "Recall", "Task", "judge_batch", "open_bench", "timed", "verdict_key"]

Recall = Callable[[str], SubmissionResult | None]


class _Stopped(BaseException):
    """The batch was closed; ends a submission that is under way at its next test."""


def recall_nothing(key: str) -> None:
    """Every submission is judged anew."""


def timed(task: Task, cache_folder: Path | None) -> Task:
    """The task with the time limit that was inferred for its problem, if that names none.

    A verdict depends on it, so ``verdict_key`` wants the task in this form.
    """
    limits = task.problem.limits
    if limits.time_limit_seconds is not None:
        return task
    inferred = _time_limits(cache_folder).find(task.problem.version)
    return replace(task, problem=replace(task.problem, limits=replace(limits, time_limit_seconds=inferred)))


def verdict_key(task: Task, image_digest: str, sandbox_kind: str) -> str:
    """sha256 (hex) over all that a verdict depends on: source, problem, language and
    how it is run, image, limits, options. Two runs with the same key may share a verdict."""
    parts = (
        task.submission.source_hash,
        task.problem.version,
        repr(language(task.submission.language)),
        image_digest,
        sandbox_kind,
        repr(task.problem.limits),
        repr(task.options),
    )
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def expect_boxes(
    tasks: Sequence[Task], sandbox: Sandbox, cache: BuildCache, recall: Recall = recall_nothing
) -> None:
    """Has the boxes of the next ``tasks`` made ahead of time, but for those that
    ``recall`` makes needless."""
    specs = []
    for task in tasks:
        try:
            if _remembered(task, sandbox, recall) is None:
                specs.append(expected_spec(plan_of(task, sandbox), cache))
        except (EnvironmentMissing, OSError):
            continue
    sandbox.expect(specs)


def build_cache(cache_folder: Path | None) -> BuildCache:
    """Where built programs are kept below the user's cache folder."""
    return BuildCache(cache_folder / "built" if cache_folder else None)


@contextmanager
def open_bench(sandbox: Sandbox, cache_folder: Path | None) -> Iterator[Bench]:
    """What the submissions of a batch share."""
    cache = build_cache(cache_folder)
    validators = Validators(sandbox, cache)
    try:
        yield Bench(sandbox, cache, _time_limits(cache_folder), validators, Machine())
    finally:
        validators.close()
        cache.trim()


def _time_limits(cache_folder: Path | None) -> TimeLimits:
    return TimeLimits(cache_folder / "time-limits" if cache_folder else None)


def judge_batch(
    tasks: Sequence[Task],
    sandbox: Sandbox,
    *,
    jobs: int,
    on_event: Listener = ignore,
    recall: Recall = recall_nothing,
    cache_folder: Path | None = None,
) -> Iterator[tuple[int, SubmissionResult]]:
    """Judges ``tasks``, ``jobs`` at once; yields (place in tasks, result) as each is done.

    ``recall`` gives an earlier result by ``verdict_key`` or None; built programs
    and inferred time limits are kept below ``cache_folder``. Closing the iterator
    stops the rest, those under way at their next test. A submission that cannot be
    judged for want of an engine or image gets JE; nothing is raised for it.
    """
    with open_bench(sandbox, cache_folder) as bench:
        yield from _judge_all([timed(task, cache_folder) for task in tasks], bench, jobs, on_event, recall)


def _judge_all(
    tasks: Sequence[Task], bench: Bench, jobs: int, on_event: Listener, recall: Recall
) -> Iterator[tuple[int, SubmissionResult]]:
    results: queue.SimpleQueue[tuple[int, SubmissionResult] | BaseException] = queue.SimpleQueue()
    stop = threading.Event()
    lock = threading.Lock()

    def tell(event: Event) -> None:
        with lock:
            if stop.is_set():
                raise _Stopped
            on_event(event)

    def work(index: int) -> None:
        if stop.is_set():
            return
        try:
            expect_boxes(tasks[index + jobs :][:1], bench.sandbox, bench.cache, recall)
            # The last to be recalled in this thread: a listener may keep the result by that key.
            result = _remembered(tasks[index], bench.sandbox, recall)
            if result is None:
                result = judge_submission(tasks[index], bench, index, tell)
            tell(Finished(index, result))
            results.put((index, result))
        except BaseException as error:  # noqa: BLE001 - raised again in the caller's thread
            results.put(error)

    pool = ThreadPoolExecutor(max_workers=max(1, jobs), thread_name_prefix="judge")
    try:
        expect_boxes(tasks[:jobs], bench.sandbox, bench.cache, recall)
        for index in range(len(tasks)):
            pool.submit(work, index)
        for _ in range(len(tasks)):
            item = results.get()
            if isinstance(item, BaseException):
                raise item
            yield item
    finally:
        stop.set()
        pool.shutdown(wait=False, cancel_futures=True)


def _remembered(task: Task, sandbox: Sandbox, recall: Recall) -> SubmissionResult | None:
    try:
        return recall(verdict_key(task, sandbox.image_digest(task.submission.language), sandbox.kind))
    except EnvironmentMissing:
        return None  # judging it will say why
