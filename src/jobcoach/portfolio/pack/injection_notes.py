"""Words to a model in READMEs, documents and comments, noted in every review: with a model and without.

They are looked for as a file rule looks, so that hits are cached with the file's blob; no rule of the
registry, so that no finding and no score comes of them.
"""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.pack.injection import injected_lines
from jobcoach.portfolio.rules.code_view import code_view
from jobcoach.portfolio.rules.rule import FileRule, Hit
from jobcoach.text import nfc, one_line

Place = tuple[str, int]
"""A path and a line, from 1."""

_NAMED_MAX = 5
_FILE_BYTES_MAX = 512 << 10
_WITH_COMMENTS = frozenset({"source", "test"})
_DECIDING = ("injection.py", "injection.toml", "injection_notes.py")


@cache
def injection_rule() -> FileRule:
    """What marks such lines; its id changes with its patterns, and cached hits with it."""
    folder = Path(__file__).parent
    digest = hashlib.sha256(b"\0".join((folder / name).read_bytes() for name in _DECIDING)).hexdigest()
    return FileRule(f"injection-{digest[:12]}", "security", "low", "low", _applies, _check)


def injection_notes(facts: RepositoryFacts) -> tuple[str, ...]:
    """Notes on what was marked, the README first."""
    rule_id = injection_rule().id
    front = facts.readme.path if facts.readme else ""
    files = sorted(facts.files, key=lambda file: (file.info.path != front, file.info.path))
    return notes_on((file.info.path, hit[0]) for file in files for hit in file.hits.get(rule_id, ()))


def notes_on(places: Iterable[Place]) -> tuple[str, ...]:
    """``injection:path:line`` for each place, at most five; lines that follow each other are one."""
    starts = [place for before, place in _paired(places) if place != (before[0], before[1] + 1)]
    named = tuple(f"injection:{one_line(nfc(path))}:{line}" for path, line in starts[:_NAMED_MAX])
    more = len(starts) - _NAMED_MAX
    return (*named, f"injection_more:{more}") if more > 0 else named


def _paired(places: Iterable[Place]) -> Iterator[tuple[Place, Place]]:
    before = ("", 0)
    for place in places:
        yield before, place
        before = place


def _applies(info: FileInfo) -> bool:
    return (
        info.file_class == "doc" or info.file_class in _WITH_COMMENTS
    ) and info.entry.size_bytes <= _FILE_BYTES_MAX


def _check(source: SourceText) -> Iterator[Hit]:
    if source.info.file_class == "doc":
        numbers: Iterable[int] = injected_lines(source.lines)
    else:
        numbers = _in_comments(source)
    for number in numbers:
        yield Hit(number, number)


def _in_comments(source: SourceText) -> Iterator[int]:
    """Comments alone: what a program tells a model of its own is no word to its reader."""
    view = code_view(source)
    numbered = [
        (view.line_at(span.start) + index, line)
        for span in view.spans
        if span.kind == "comment"
        for index, line in enumerate(view.text[span.start : span.end].split("\n"))
    ]
    for at in injected_lines([line for _, line in numbered]):
        yield numbered[at - 1][0]
