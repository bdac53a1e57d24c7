"""The facts of all files: what is cached is taken, the rest read as a stream and worked on by all cores."""

from collections.abc import Callable, Iterator, Sequence

from jobcoach.portfolio.facts.analyser_version import analyser_version
from jobcoach.portfolio.facts.fact_cache import FactCache, cache_key
from jobcoach.portfolio.facts.repository import FileFacts
from jobcoach.portfolio.facts.workers import Done, in_order, useful_workers
from jobcoach.portfolio.inventory.file_info import FileInfo
from jobcoach.portfolio.inventory.inventory import Inventory
from jobcoach.portfolio.rules.rule import FileRule
from jobcoach.portfolio.source.snapshot import Snapshot

Progress = Callable[[int, int], None]
"""Files done, and files in all."""


def no_progress(_done: int, _total: int) -> None:
    """For who does not want to know."""


def analyse(
    snapshot: Snapshot,
    inventory: Inventory,
    rules: Sequence[FileRule],
    cache: FactCache,
    progress: Progress = no_progress,
) -> tuple[FileFacts, ...]:
    """The facts of the files to read, in the order of the inventory; what cannot be read is left out.

    Interrupted, it keeps nothing half-done: the cache is written at the end.
    """
    files = inventory.to_read
    version = analyser_version(rules)
    facts = dict(cache.load(version, files))
    missing = [info for info in files if cache_key(info) not in facts]
    progress(len(files) - len(missing), len(files))
    for info, found in _fresh(snapshot, missing, rules):
        facts[cache_key(info)] = found
        progress(len(facts), len(files))
    known = [(info, facts[cache_key(info)]) for info in files if cache_key(info) in facts]
    if missing:
        cache.save(version, known)
    return tuple(found for _, found in known)


def _fresh(snapshot: Snapshot, missing: Sequence[FileInfo], rules: Sequence[FileRule]) -> Iterator[Done]:
    if not missing:
        return
    workers = useful_workers(sum(max(info.entry.size_bytes, 0) for info in missing))
    by_path = {info.entry.raw_path: info for info in missing}
    contents = snapshot.read([info.entry for info in missing])
    work = ((by_path[entry.raw_path], data) for entry, data in contents)
    yield from in_order(work, tuple(rules), workers)
