"""Judging many submissions, side by side, with results as a stream."""

import hashlib
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from jobcoach.errors import EnvironmentMissing
from jobcoach.judge.boxes import expected_spec
from jobcoach.judge.build import BuildCache
from jobcoach.judge.events import Event, Finished, Listener, ignore
from jobcoach.judge.exclusive import Machine
from jobcoach.judge.judging import judge_submission, plan_of
from jobcoach.judge.results import SubmissionResult
from jobcoach.judge.sandbox.box import Sandbox
from jobcoach.judge.task import JudgeOptions, Task
from jobcoach.judge.time_limits import TimeLimits
from jobcoach.judge.trial import Bench
from jobcoach.judge.validators import Validators

__all__ = ["JudgeOptions", "Recall", "Task", "judge_batch", "open_bench", "verdict_key"]

Recall = Callable[[str], SubmissionResult | None]


def recall_nothing(key: str) -> None:
    """Every submission is judged anew."""


def verdict_key(task: Task, image_digest: str, sandbox_kind: str) -> str:
    """sha256 (hex) over all that a verdict depends on: source, problem, language,
    image, options. Two runs with the same key may share a verdict."""
    parts = (
        task.submission.source_hash,
        task.problem.version,
        task.submission.language,
        image_digest,
        sandbox_kind,
        repr(task.problem.limits.time_limit_seconds),
        repr(task.options),
    )
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@contextmanager
def open_bench(sandbox: Sandbox, cache_folder: Path | None) -> Iterator[Bench]:
    """What the submissions of a batch share."""
    cache = BuildCache(cache_folder / "built" if cache_folder else None)
    limits = TimeLimits(cache_folder / "time-limits" if cache_folder else None)
    validators = Validators(sandbox, cache)
    try:
        yield Bench(sandbox, cache, limits, validators, Machine())
    finally:
        validators.close()


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
    stops the rest. A submission that cannot be judged for want of an
    engine or image gets JE; nothing is raised for it.
    """
    with open_bench(sandbox, cache_folder) as bench:
        yield from _judge_all(tasks, bench, jobs, on_event, recall)


def _judge_all(
    tasks: Sequence[Task], bench: Bench, jobs: int, on_event: Listener, recall: Recall
) -> Iterator[tuple[int, SubmissionResult]]:
    results: queue.SimpleQueue[tuple[int, SubmissionResult] | BaseException] = queue.SimpleQueue()
    stop = threading.Event()
    lock = threading.Lock()

    def tell(event: Event) -> None:
        with lock:
            if not stop.is_set():
                on_event(event)

    def work(index: int) -> None:
        if stop.is_set():
            return
        try:
            result = _remembered(tasks[index], bench.sandbox, recall)
            if result is None:
                result = judge_submission(tasks[index], bench, index, tell)
            tell(Finished(index, result))
            results.put((index, result))
        except BaseException as error:  # noqa: BLE001 - raised again in the caller's thread
            results.put(error)

    pool = ThreadPoolExecutor(max_workers=max(1, jobs), thread_name_prefix="judge")
    try:
        _announce_boxes(tasks, bench, recall)
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


def _announce_boxes(tasks: Sequence[Task], bench: Bench, recall: Recall) -> None:
    specs = []
    for task in tasks:
        try:
            if _remembered(task, bench.sandbox, recall) is None:
                specs.append(expected_spec(plan_of(task, bench.sandbox), bench.cache))
        except EnvironmentMissing:
            continue
    bench.sandbox.expect(specs)
