"""File facts worked out by several processes, where that pays, without holding more than a few files."""

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from jobcoach.portfolio.facts.file_facts import file_facts
from jobcoach.portfolio.facts.repository import FileFacts
from jobcoach.portfolio.inventory.file_info import FileInfo
from jobcoach.portfolio.rules.rule import FileRule

Work = tuple[FileInfo, bytes]
Done = tuple[FileInfo, FileFacts]
_Running = Future[list[FileFacts]] | None

_PAYS_FROM_BYTES = 4 << 20
"""A pool takes some 0.3 s to start; a process works off about 3 MB/s."""
_BATCH_BYTES = 256 << 10
_BATCHES_A_WORKER = 3
_MOST_WORKERS = 8


def useful_workers(total_bytes: int) -> int:
    """How many processes to spread so much over; 1 means: do it here."""
    if total_bytes < _PAYS_FROM_BYTES:
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(cores or 1, _MOST_WORKERS)


def in_order(work: Iterable[Work], rules: tuple[FileRule, ...], workers: int) -> Iterator[Done]:
    """The facts of each file, in the order of ``work``, which is drawn only as far as hands are free."""
    pool = _pool(rules, workers) if workers > 1 else None
    if pool is None:
        for info, data in work:
            yield info, file_facts(info, data, rules)
        return
    try:
        yield from _pooled(pool, work, rules, workers * _BATCHES_A_WORKER)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _pool(rules: tuple[FileRule, ...], workers: int) -> ProcessPoolExecutor | None:
    # Not fork: the caller may have threads (progress bars, git's output).
    context = get_context("forkserver")
    context.set_forkserver_preload(
        sorted({file_facts.__module__, *(type(rule).__module__ for rule in rules)})
    )
    try:
        return ProcessPoolExecutor(workers, context, _start, (rules,))
    except (OSError, NotImplementedError):  # no shared memory for its locks: some containers
        return None


def _pooled(
    pool: ProcessPoolExecutor, work: Iterable[Work], rules: tuple[FileRule, ...], most: int
) -> Iterator[Done]:
    running: deque[tuple[list[Work], _Running]] = deque()
    for batch in _batches(work):
        running.append((batch, _submitted(pool, batch)))
        if len(running) >= most:
            yield from _result(*running.popleft(), rules)
    while running:
        yield from _result(*running.popleft(), rules)


def _submitted(pool: ProcessPoolExecutor, batch: list[Work]) -> _Running:
    try:
        return pool.submit(_work_off, batch)
    except BrokenProcessPool:
        return None


def _result(batch: list[Work], running: _Running, rules: tuple[FileRule, ...]) -> Iterator[Done]:
    """What a process found; where that was ended from outside (memory, mostly), it is found here."""
    try:
        facts = running.result() if running else None
    except BrokenProcessPool:
        facts = None
    for index, (info, data) in enumerate(batch):
        yield info, facts[index] if facts else file_facts(info, data, rules)


def _batches(work: Iterable[Work]) -> Iterator[list[Work]]:
    batch: list[Work] = []
    size = 0
    for info, data in work:
        batch.append((info, data))
        size += len(data)
        if size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


_rules: tuple[FileRule, ...] = ()


def _start(rules: tuple[FileRule, ...]) -> None:
    """In a new process: the terminal's Ctrl-C is the caller's, who ends us."""
    global _rules  # noqa: PLW0603  # a process pool has no other place for what all its calls share
    _rules = rules
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _work_off(batch: list[Work]) -> list[FileFacts]:
    return [file_facts(info, data, _rules) for info, data in batch]
