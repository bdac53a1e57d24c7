"""Facts of files kept from one review to the next, so that an unchanged file is never read twice.

One file a repository, a line a file, JSON: the first line holds the format and the version of all that
decides facts; with another version the whole is void. The file is replaced as a whole, so it holds what the
last review saw and nothing more. Whatever is in it is checked value by value: what does not fit is read anew.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol, get_args

from jobcoach.portfolio.facts.hits import load_hit
from jobcoach.portfolio.facts.repository import FileFacts, FunctionFacts
from jobcoach.portfolio.inventory.file_info import FileClass, FileInfo
from jobcoach.whole_file import whole_file

_FORMAT = "jobcoach.facts/1"
_RESULT_FORMAT = "jobcoach.result/1"
_MOST_BYTES = 256 << 20
_MOST_RESULT_BYTES = 16 << 20
_MOST_REPOSITORIES = 50
_CLASSES = frozenset(get_args(FileClass))

CacheKey = tuple[str, str, str, str]
"""Path, blob, class by path, language. The path counts: rules may look at it."""


class FactCache(Protocol):
    """Where facts are kept."""

    def load(self, version: str, files: Iterable[FileInfo], /) -> Mapping[CacheKey, FileFacts]:
        """What is known of these files under that version."""
        ...

    def save(self, version: str, facts: Iterable[tuple[FileInfo, FileFacts]], /) -> None:
        """Keep these, each with its info by path, and nothing else."""
        ...


class NoFactCache:
    """Keeps nothing."""

    def load(self, _version: str, _files: Iterable[FileInfo], /) -> Mapping[CacheKey, FileFacts]:
        return {}

    def save(self, _version: str, _facts: Iterable[tuple[FileInfo, FileFacts]], /) -> None:
        return None


def cache_key(info: FileInfo) -> CacheKey:
    """What a file's facts are kept under."""
    return info.path, info.entry.blob, info.file_class, info.language


class FactFile:
    """Facts of one repository in one file of ``folder``, named by a digest of where the repository is."""

    def __init__(self, folder: Path, location: str) -> None:
        digest = hashlib.sha256(location.encode("utf-8", "surrogatepass")).hexdigest()
        self._file = folder / f"{digest[:32]}.jsonl"
        self._result = self._file.with_suffix(".result")

    def load(self, version: str, files: Iterable[FileInfo]) -> Mapping[CacheKey, FileFacts]:
        """See :class:`FactCache`. A file that cannot be read, or is none of ours, holds nothing."""
        known = {cache_key(info): info for info in files if info.entry.blob}
        found: dict[CacheKey, FileFacts] = {}
        with suppress(OSError), self._file.open("rb") as lines:
            if self._file.stat().st_size > _MOST_BYTES or lines.readline() != _head(version):
                return found
            for line in lines:
                row = _parsed(line)
                info = known.get(_key(row))
                facts = _facts(info, row) if info is not None else None
                if info is not None and facts is not None:
                    found[cache_key(info)] = facts
        return found

    def save(self, version: str, facts: Iterable[tuple[FileInfo, FileFacts]]) -> None:
        """See :class:`FactCache`. A full or read-only disk keeps nothing: the review does without."""
        with suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._result.unlink(missing_ok=True)
            with whole_file(self._file) as target:
                target.write(_head(version))
                for info, found in facts:
                    if info.entry.blob:
                        target.write(json.dumps(_row(info, found), separators=(",", ":")).encode() + b"\n")
            _forget_oldest(self._file.parent)

    def load_result(self, key: str) -> bytes | None:
        """What was made of the facts under that key; None if there is nothing, or it is another's."""
        with suppress(OSError), self._result.open("rb") as kept:
            if self._result.stat().st_size <= _MOST_RESULT_BYTES and kept.readline() == _result_head(key):
                return kept.read()
        return None

    def save_result(self, key: str, result: bytes) -> None:
        """Keep what was made of the facts until other facts are saved; without a disk, do without."""
        with suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with whole_file(self._result) as target:
                target.write(_result_head(key) + result)


def _result_head(key: str) -> bytes:
    return f"{_RESULT_FORMAT} {key}\n".encode()


def _forget_oldest(folder: Path) -> None:
    files = sorted(folder.glob("*.jsonl"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
    for file in files[_MOST_REPOSITORIES:]:
        file.unlink(missing_ok=True)
        file.with_suffix(".result").unlink(missing_ok=True)


def _head(version: str) -> bytes:
    return json.dumps({"format": _FORMAT, "version": version}).encode() + b"\n"


def _row(info: FileInfo, facts: FileFacts) -> list[object]:
    functions = [(item.name, item.start, item.end, item.complexity) for item in facts.functions]
    counts = (facts.encoding, facts.lines, facts.code_lines)
    return [
        *cache_key(info),
        facts.info.file_class,
        *counts,
        functions,
        facts.imports,
        facts.hits,
        facts.fingerprints,
    ]


def _parsed(line: bytes) -> list[Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return []
    return row if isinstance(row, list) and len(row) == 12 else []


def _key(row: list[Any]) -> CacheKey:
    path, blob, file_class, language = row[:4] if _all(row[:4], str) and row else ("", "", "", "")
    return path, blob, file_class, language


def _facts(info: FileInfo, row: list[Any]) -> FileFacts | None:
    file_class, encoding, lines, code_lines, functions, imports, hits, prints = row[4:]
    fits = (
        isinstance(file_class, str)
        and file_class in _CLASSES
        and isinstance(encoding, str)
        and _all((lines, code_lines), int)
        and _rows(functions, (str, int, int, int))
        and isinstance(imports, list)
        and _all(imports, str)
        and isinstance(hits, dict)
        and all(_rows(value, (int, int, str)) and all(map(_is_hit, value)) for value in hits.values())
        and _rows(prints, (int, int, int))
    )
    if not fits:
        return None
    return FileFacts(
        info=info if info.file_class == file_class else replace(info, file_class=file_class),
        encoding=encoding,
        lines=lines,
        code_lines=code_lines,
        functions=tuple(FunctionFacts(*function) for function in functions),
        imports=tuple(imports),
        hits={rule: tuple(map(tuple, value)) for rule, value in hits.items()},
        fingerprints=tuple(map(tuple, prints)),
    )


def _is_hit(row: list[Any]) -> bool:
    start, end, text = row
    try:
        load_hit((start, end, text))
    except (ValueError, RecursionError):
        return False
    return bool(1 <= start <= end)


def _all(values: Iterable[object], kind: type) -> bool:
    return all(type(value) is kind for value in values)


def _rows(values: object, kinds: tuple[type, ...]) -> bool:
    """Whether these are lists of values of these types, in this order."""
    return isinstance(values, list) and all(
        isinstance(row, list) and tuple(map(type, row)) == kinds for row in values
    )
