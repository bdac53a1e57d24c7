"""The parts of a repository that run by themselves: modules with their own start (``services.toml``)."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jobcoach.portfolio.facts.file_facts import read_text
from jobcoach.portfolio.facts.manifests.lines import line_with
from jobcoach.portfolio.facts.repository import FileFacts
from jobcoach.portfolio.facts.technologies import technologies_of
from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.in_code import is_aside
from jobcoach.portfolio.source.snapshot import Snapshot

TABLE = Path(__file__).with_name("services.toml")
_MOST_STARTS = 200


@dataclass(frozen=True, slots=True)
class Part:
    """A folder ("" for the root) that starts by itself: what it is made with, and the line that starts it."""

    folder: str
    technology: str
    source: SourceText
    line: int


@dataclass(frozen=True, slots=True)
class _Start:
    technology: str
    imports: tuple[str, ...]
    file: re.Pattern[str] | None
    root: str
    line: re.Pattern[str]


def find_parts(
    snapshot: Snapshot, files: Sequence[FileFacts], texts: Mapping[str, SourceText]
) -> tuple[Part, ...]:
    """One part a folder, by folder; examples and tests are none. The files that start them are read."""
    found: dict[str, Part] = {}
    for part in (*_by_start(snapshot, files), *_by_package(texts)):
        found.setdefault(part.folder, part)
    return tuple(found[folder] for folder in sorted(found))


def _by_start(snapshot: Snapshot, files: Sequence[FileFacts]) -> Iterator[Part]:
    starts: dict[bytes, tuple[FileInfo, list[_Start]]] = {}
    for facts in files:
        if facts.info.file_class in ("source", "config") and not is_aside(facts.info.path):
            fitting = [start for start in _starts() if _is_start(facts, start)]
            if fitting and len(starts) < _MOST_STARTS:
                starts[facts.info.entry.raw_path] = (facts.info, fitting)
    for entry, data in snapshot.read([info.entry for info, _ in starts.values()]):
        info, fitting = starts[entry.raw_path]
        source = read_text(info, data)
        for start in fitting if source else ():
            line = _line(source, start.line) if source else None
            if source is not None and line is not None:
                yield Part(_folder(info.path, start.root), start.technology, source, line)


def _line(source: SourceText, pattern: re.Pattern[str]) -> int | None:
    return next((number for number, line in enumerate(source.lines, 1) if pattern.search(line[:500])), None)


def _is_start(facts: FileFacts, start: _Start) -> bool:
    if start.file is not None and not start.file.search(f"/{facts.info.path.lower()}"):
        return False
    return not start.imports or any(name.startswith(start.imports) for name in facts.imports)


def _folder(path: str, root: str) -> str:
    folder = path.rpartition("/")[0]
    if not root:
        return folder
    before, found, _ = f"/{folder}/".partition(f"/{root}/")
    return before.strip("/") if found else folder


def _by_package(texts: Mapping[str, SourceText]) -> Iterator[Part]:
    for path, source in texts.items():
        if not path.endswith("package.json") or is_aside(path) or source.info.file_class == "vendored":
            continue
        declared = technologies_of(source)
        runs = next((name for name in _packages() if name in declared), None)
        if runs is not None and (script := _script(source)):
            yield Part(path.rpartition("/")[0], runs, source, line_with(source.lines, f'"{script}"'))


def _script(source: SourceText) -> str:
    try:
        document = json.loads(source.text)
    except (ValueError, RecursionError):
        return ""
    scripts: Any = document.get("scripts") if isinstance(document, dict) else None
    names = scripts if isinstance(scripts, dict) else {}
    return next((name for name in ("start", "dev", "serve", "start:dev") if name in names), "")


@cache
def _starts() -> tuple[_Start, ...]:
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))["start"]
    return tuple(
        _Start(
            technology=row["technology"],
            imports=tuple(row.get("imports", ())),
            file=re.compile(rf"/(?:{'|'.join(row['files'])})\Z") if "files" in row else None,
            root=row.get("root", ""),
            line=re.compile(row["line"]),
        )
        for row in rows
    )


@cache
def _packages() -> tuple[str, ...]:
    return tuple(tomllib.loads(TABLE.read_text(encoding="utf-8"))["packages"]["names"])
