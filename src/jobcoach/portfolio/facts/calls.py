"""Who is called and which topics are used, from the few files that import a client (``services.toml``)."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from jobcoach.portfolio.facts.file_facts import read_text
from jobcoach.portfolio.facts.parts import TABLE
from jobcoach.portfolio.facts.repository import FileFacts
from jobcoach.portfolio.inventory.file_info import SourceText
from jobcoach.portfolio.rules.code_view import code_view
from jobcoach.portfolio.rules.in_code import is_product
from jobcoach.portfolio.source.snapshot import Snapshot

_MOST_FILES = 200


@dataclass(frozen=True, slots=True)
class Call:
    """What a line of code names: a service, the host of a URL, or a topic that is sent or listened to."""

    kind: Literal["service", "url", "send", "listen"]
    name: str
    source: SourceText
    line: int


@dataclass(frozen=True, slots=True)
class _Pattern:
    kind: Literal["service", "url", "send", "listen"]
    imports: tuple[str, ...]
    pattern: re.Pattern[str]


def find_calls(snapshot: Snapshot, files: Sequence[FileFacts]) -> tuple[Call, ...]:
    """The calls in the order of the files."""
    wanted = {
        facts.info.entry.raw_path: facts for facts in files if is_product(facts.info) and _patterns_of(facts)
    }
    found = []
    for entry, data in snapshot.read([facts.info.entry for facts in list(wanted.values())[:_MOST_FILES]]):
        facts = wanted[entry.raw_path]
        source = read_text(facts.info, data)
        if source is not None:
            found += list(_calls(source, _patterns_of(facts)))
    return tuple(found)


def _patterns_of(facts: FileFacts) -> list[_Pattern]:
    return [item for item in _patterns() if any(name.startswith(item.imports) for name in facts.imports)]


def _calls(source: SourceText, patterns: Sequence[_Pattern]) -> Iterator[Call]:
    view = code_view(source)
    for item in patterns:
        for match in item.pattern.finditer(view.uncommented):
            yield Call(item.kind, match.group(1), source, view.line_at(match.start(1)))


@cache
def _patterns() -> tuple[_Pattern, ...]:
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))["call"]
    return tuple(_Pattern(row["kind"], tuple(row["imports"]), re.compile(row["pattern"])) for row in rows)
