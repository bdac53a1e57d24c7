"""What a file imports, as it is written (``imports.toml``)."""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_suffix(".toml")
_MOST = 400


@dataclass(frozen=True, slots=True)
class Import:
    """A name and the offset where the line that imports it begins to say so."""

    name: str
    offset: int


def find_imports(text: str, language: str, is_code: Callable[[int], bool]) -> tuple[Import, ...]:
    """The imports in the order they stand, each name once. ``is_code`` tells of an offset of ``text``."""
    family = _families().get(language)
    if family is None:
        return ()
    first: dict[str, Import] = {}
    for found in _found(text, family):
        if len(first) >= _MOST:
            break
        if is_code(found.offset):
            first.setdefault(found.name, found)
    return tuple(sorted(first.values(), key=lambda found: found.offset))


@dataclass(frozen=True, slots=True)
class _Family:
    patterns: tuple[re.Pattern[str], ...]
    block: re.Pattern[str] | None
    in_block: re.Pattern[str] | None
    lines: str
    until: str

    def end(self, text: str) -> int:
        """Where the part of a text that may hold imports ends."""
        found = text.find(self.until) if self.until else -1
        return len(text) if found < 0 else found


@cache
def _families() -> dict[str, _Family]:
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    families: dict[str, _Family] = {}
    for row in table["family"]:
        block, in_block = (
            re.compile(row[key], re.MULTILINE) if key in row else None for key in ("block", "in_block")
        )
        patterns = tuple(re.compile(pattern, re.MULTILINE) for pattern in row["patterns"])
        family = _Family(patterns, block, in_block, row.get("lines", ""), row.get("until", ""))
        families |= dict.fromkeys(row["languages"], family)
    return families


def _found(text: str, family: _Family) -> Iterator[Import]:
    end = family.end(text)
    for pattern in family.patterns:
        found = (
            _in_lines(text, pattern, family.lines, end) if family.lines else pattern.finditer(text, 0, end)
        )
        for match in found:
            yield from _names(match)
    if family.block is None or family.in_block is None:
        return
    for block in family.block.finditer(text):
        for match in family.in_block.finditer(text, block.start(1), block.end(1)):
            # The path is a string: that the block is code speaks for it.
            yield Import(match.group(1), block.start())


def _in_lines(text: str, pattern: re.Pattern[str], word: str, end: int) -> Iterator[re.Match[str]]:
    """Where lines with this word begin as the pattern says: few do, and only they are looked at."""
    done = 0
    at = text.find(word, 0, end)
    while at >= 0:
        line = text.rfind("\n", 0, at) + 1
        match = pattern.match(text, line, end) if line >= done else None
        if match is not None:
            done = match.end()
            yield match
        following = text.find("\n", max(at, done), end)
        at = text.find(word, following, end) if following >= 0 else -1


def _names(match: re.Match[str]) -> Iterator[Import]:
    offset = match.start() + len(match.group()) - len(match.group().lstrip())
    for part in match.group(1).split(","):
        name = part.split(" as ")[0].strip()
        if name and " " not in name:
            yield Import(name, offset)
