"""What is kept to save time and money, one row a cache: how to measure and how to clear it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jobcoach.cli import repository_cache
from jobcoach.cli.context import AppContext
from jobcoach.cli.model import tell_trouble
from jobcoach.llm.capabilities import servers_file
from jobcoach.llm.reply_cache import CacheSize, ReplyCache, open_reply_cache


@dataclass(frozen=True, slots=True)
class Kept:
    """One cache: what it holds now, or what was removed from it."""

    name: str
    entries: int
    size_bytes: int
    path: Path


@dataclass(frozen=True, slots=True)
class CacheRow:
    """One cache. Both say what there was; ``clear`` also removes it."""

    measure: Callable[[AppContext], Kept]
    clear: Callable[[AppContext], Kept]


def _replies(app: AppContext, action: Callable[[ReplyCache], CacheSize]) -> Kept:
    cache = open_reply_cache(
        app.locations.cache,
        app.settings.llm.cache_size_bytes,
        partial(tell_trouble, app),
    )
    try:
        size = action(cache)
    finally:
        cache.close()
    return Kept("replies", size.replies, size.size_bytes, cache.folder)


def _servers(app: AppContext) -> Iterator[Path]:
    file = servers_file(app.locations.cache)
    yield from (file,) if file.is_file() else ()


def _verdicts(app: AppContext) -> Iterator[Path]:
    yield from sorted((app.locations.cache / "verdicts").glob("*.json"))


def _facts(app: AppContext) -> Iterator[Path]:
    yield from sorted((app.locations.cache / "facts").glob("*.jsonl"))


def _measure_repositories(app: AppContext) -> Kept:
    folders = list(repository_cache.fetched_repositories(app))
    return _repositories(app, {folder: repository_cache.size_bytes(folder) for folder in folders})


def _clear_repositories(app: AppContext) -> Kept:
    sizes = {
        folder: repository_cache.size_bytes(folder) for folder in repository_cache.fetched_repositories(app)
    }
    return _repositories(
        app, {folder: size for folder, size in sizes.items() if repository_cache.remove(folder)}
    )


def _repositories(app: AppContext, sizes: Mapping[Path, int]) -> Kept:
    place = app.locations.cache / repository_cache.FOLDER
    return Kept("repositories", len(sizes), sum(sizes.values()), place)


def _of_files(name: str, find: Callable[[AppContext], Iterator[Path]], place: str) -> CacheRow:
    def measure(app: AppContext) -> Kept:
        files = list(find(app))
        sizes = [size for file in files if (size := _size_bytes(file)) is not None]
        return Kept(name, len(sizes), sum(sizes), app.locations.cache / place)

    def clear(app: AppContext) -> Kept:
        before = measure(app)
        for file in find(app):
            file.unlink(missing_ok=True)
        return before

    return CacheRow(measure, clear)


def _size_bytes(file: Path) -> int | None:
    with suppress(OSError):
        return file.lstat().st_size
    return None


CACHES = (
    CacheRow(lambda app: _replies(app, ReplyCache.size), lambda app: _replies(app, ReplyCache.clear)),
    _of_files("servers", _servers, "llm"),
    _of_files("verdicts", _verdicts, "verdicts"),
    _of_files("facts", _facts, "facts"),
    CacheRow(_measure_repositories, _clear_repositories),
)
