"""Where a line of prose claims a figure: "137%", "5배", "300ms → 80ms", "2.4x faster", "TPS 500 → 1200".

No claims are versions, dates, ports, counts of stars, numbers of a list, rules of the product
("5% 이상이면") and plans.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("claim_words.toml")
_NUMBER = r"(?<![\w.,:/#-])[~약]?\s?\d[\d,]{0,12}(?:\.\d{1,4})?"
_UNIT = (
    r"(?:ms|milliseconds?|µs|us|ns|s|sec(?:onds?)?|min(?:utes?)?|h(?:ours?)?|초|분|시간|밀리초|%p?|퍼센트|[TQR]PS|"
    r"req/s|rps|[KMGT]i?B|배|건|회|fps)"
)
_ARROW = r"\s*(?:→|->|➔|➜|⇒|=>|~>|-->|>>|에서|\bto\b)\s*(?:약\s?)?"
_CHANGE = re.compile(
    rf"{_NUMBER}(?:\s?(?P<before>{_UNIT})(?![A-Za-z.]))?{_ARROW}"
    rf"\d[\d,]{{0,12}}(?:\.\d{{1,4}})?(?:\s?(?P<after>{_UNIT})(?![A-Za-z]))?",
    re.IGNORECASE,
)
_PERCENT = re.compile(rf"{_NUMBER}\s?(?:%p?|퍼센트|percent\b)", re.IGNORECASE)
_FACTOR = re.compile(
    rf"{_NUMBER}\s?(?:배(?!열|포|송|치|경|달|너)|[x×](?![\w\d])|times\b|-?fold\b)", re.IGNORECASE
)
_MEASURED = re.compile(
    rf"{_NUMBER}\s?(?:{_UNIT}|만\s?명|천\s?명|k\b|users?\b|requests?\b)(?![a-z])", re.IGNORECASE
)
_VERSION = re.compile(
    r"\b(?:java|jdk|node|python|spring|boot|react|next|vue|gradle|mysql|version|ver|v\d|kotlin|django)\b|버전|마이그레이션|업그레이드",
    re.IGNORECASE,
)
_BARE = re.compile(_NUMBER)
_NEAR, _BEFORE, _AFTER = 40, 20, 25
_LONGEST_LINE = 600


@dataclass(frozen=True, slots=True)
class Figure:
    """A claimed figure: where it stands in the line, and the clause it is said in."""

    start: int
    end: int
    clause: str


def find_figures(line: str) -> Iterator[Figure]:
    """The claimed figures of one line of prose, at most one a clause."""
    for clause, offset in _clauses(line[:_LONGEST_LINE]):
        if any_word("no_claim", clause):
            continue
        found = _change(clause) or _better(clause) or _metric(clause)
        if found is not None:
            yield Figure(offset + found.start(), offset + found.end(), clause.strip(" -*|:·"))


@cache
def words(kind: str) -> re.Pattern[str]:
    """A row of ``claim_words.toml`` as one pattern."""
    rows = tomllib.loads(_TABLE.read_text(encoding="utf-8"))[kind]
    return re.compile("|".join(f"(?:{row})" for row in rows), re.IGNORECASE)


def any_word(kind: str, text: str) -> bool:
    """Whether the text holds a word of that row."""
    return words(kind).search(text) is not None


def _clauses(line: str) -> Iterator[tuple[str, int]]:
    """Sentences and cells of a table, with where they begin."""
    start = 0
    for end in re.finditer(r"[.!?。](?=\s|$)|\s\|\s|;|$", line):
        if line[start : end.start()].strip():
            yield line[start : end.start()], start
        start = end.end()


def _change(clause: str) -> re.Match[str] | None:
    for found in _CHANGE.finditer(clause):
        unit = found["before"] or found["after"]
        if (unit or any_word("metric", clause)) and not (_VERSION.search(clause) and not unit):
            return found
    return None


def _better(clause: str) -> re.Match[str] | None:
    for pattern in (_PERCENT, _FACTOR):
        for found in pattern.finditer(clause):
            near = clause[max(0, found.start() - _BEFORE) : found.end() + _AFTER]
            if any_word("better", near):
                return found
    return None


def _metric(clause: str) -> re.Match[str] | None:
    for name in words("metric").finditer(clause):
        near, start = clause[: name.end() + _NEAR], max(0, name.start() - _BEFORE)
        patterns = [_PERCENT] if any_word("rates", name.group()) else [_PERCENT, _MEASURED]
        if any_word("counts", name.group()):
            patterns.append(_BARE)
        for pattern in patterns:
            if found := pattern.search(near, start):
                return found
    return None
