"""The small files that are read whole (``texts.toml``)."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from jobcoach.portfolio.facts.file_facts import read_text
from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.source.snapshot import Snapshot

_TABLE = Path(__file__).with_suffix(".toml")
_MOST_FILES = 600
_MOST_FILE_BYTES = 256 << 10
_MOST_BYTES = 8 << 20


def read_texts(snapshot: Snapshot, files: Iterable[FileInfo]) -> dict[str, SourceText]:
    """The texts by path, in the order of their importance: the table's first, near the root first."""
    chosen = {info.entry.raw_path: info for info in _chosen(files)}
    texts = {}
    for entry, data in snapshot.read([info.entry for info in chosen.values()]):
        text = read_text(chosen[entry.raw_path], data)
        if text is not None:
            texts[text.path] = text
    return texts


def _chosen(files: Iterable[FileInfo]) -> list[FileInfo]:
    ranked = [
        ((rank, info.path.count("/"), info.entry.raw_path), info)
        for info in files
        if info.entry.size_bytes <= _MOST_FILE_BYTES and (rank := _rank(info.path)) is not None
    ]
    ranked.sort(key=lambda pair: pair[0])
    chosen: list[FileInfo] = []
    total = 0
    for _, info in ranked[:_MOST_FILES]:
        total += info.entry.size_bytes
        if total <= _MOST_BYTES:
            chosen.append(info)
    return chosen


def _rank(path: str) -> int | None:
    lower = f"/{path.lower()}"
    for rank, pattern in enumerate(_patterns()):
        if pattern.search(lower):
            return rank
    return None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    groups = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["group"]
    return tuple(re.compile(rf"/(?:{'|'.join(group['patterns'])})\Z") for group in groups)
