"""Where a line of prose claims a figure: "137%", "5배", "300ms → 80ms", "2.4x faster", "TPS 500 → 1200".

No claims are versions, dates, ports, counts of stars, numbers of a list, rules of the product
("5% 이상이면"), spans ("10분에서 15분") and plans. In a table the row's first cell says what its values are.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("claim_words.toml")
_NUMBER = r"(?<![\w.,:/#<>≤≥-])[~약]?\s?\d[\d,]{0,12}(?:\.\d{1,4})?"
_UNIT = (
    r"(?:ms|milliseconds?|µs|us|ns|s|sec(?:onds?)?|min(?:utes?)?|h(?:ours?)?|초|분|시간|밀리초|[TQR]PS|"
    r"req/s|rps|[KMGT]i?B|배|건|회|fps)"
)
_ANY_UNIT = rf"(?:{_UNIT}|%p?|퍼센트)"
_RANGE = r"(?:\s?[-~–]\s?\d[\d,]{0,12}(?:\.\d{1,4})?)?"
_ARROW = r"\s*(?:→|->|➔|➜|⇒|=>|~>|-->|>>|(?P<span>에서|\bto\b))\s*(?:약\s?)?"
_CHANGE = re.compile(
    rf"{_NUMBER}(?:\s?(?P<before>{_ANY_UNIT})(?![A-Za-z.]))?{_ARROW}"
    rf"\d[\d,]{{0,12}}(?:\.\d{{1,4}})?(?:\s?(?P<after>{_ANY_UNIT})(?![A-Za-z]))?(?P<reached>\s?(?:으?로|까지)(?![가-힣]))?",
    re.IGNORECASE,
)
_REACHED = re.compile(
    rf"{_NUMBER}{_RANGE}\s?(?:ms|밀리초|초|분|시간|s|[KMG]i?B)(?:\s?(?:이내|수준|안팎|내외))?\s?(?=으?로\s|까지\s)",
    re.IGNORECASE,
)
_PERCENT = re.compile(rf"{_NUMBER}{_RANGE}\s?(?:%p?|퍼센트|percent\b)", re.IGNORECASE)
_FACTOR = re.compile(
    rf"{_NUMBER}{_RANGE}\s?(?:배(?!열|포|송|치|경|달|너)|[x×](?![\w\d])|times\b|-?fold\b)", re.IGNORECASE
)
_MEASURED = re.compile(
    rf"{_NUMBER}{_RANGE}\s?(?:{_UNIT}|[만천]?\s?명|k\b|users?\b|requests?\b)(?![a-z])", re.IGNORECASE
)
# A value all by itself in a cell; "< 100ms" and "1000+" are what is wanted, not what was reached.
_VALUE = re.compile(
    rf"\W{{0,3}}(?:약\s?)?(?P<value>{_NUMBER})\s?(?P<unit>{_ANY_UNIT}|[만천]?\s?명)?\W{{0,3}}", re.IGNORECASE
)
_WANTED = re.compile(r"[<>≤≥]|\d\s?\+")
# Between what is counted and its bare number stand no more than such words.
_COUNTED = (
    r"(?:\W{0,4}(?:점수|수|성능|약|총|평균|최대|은|는|이|가|을|를|score|performance|count|of|max|avg|average)){0,3}"
    r"\W{0,4}"
)
_VERSION = re.compile(
    r"\b(?:java|jdk|node|python|spring|boot|react|next|vue|gradle|mysql|version|ver|v\d|kotlin|django)\b|버전|마이그레이션|업그레이드",
    re.IGNORECASE,
)
_BARE = re.compile(rf"{_COUNTED}(?P<value>{_NUMBER})(?!\s?(?:주차|단계|차|번|개월|년|월|일))", re.IGNORECASE)
_NEAR, _BEFORE, _AFTER, _SOON = 40, 20, 25, 14
_LONGEST_LINE = 600
_AROUND = " -*|:·"
_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Figure:
    """A claimed figure: where it stands in the line, and the clause it is said in."""

    start: int
    end: int
    clause: str


def find_figures(line: str) -> Iterator[Figure]:
    """The claimed figures of one line of prose, at most one a clause."""
    figures = list(_said(line[:_LONGEST_LINE]))
    yield from figures or _tabled(line[:_LONGEST_LINE])


def _said(line: str) -> Iterator[Figure]:
    for clause, offset in _clauses(line):
        if any_word("no_claim", clause):
            continue
        found = _change(clause) or _better(clause) or _reached(clause) or _metric(clause)
        if found is not None:
            start, end = found
            yield Figure(offset + start, offset + end, _labelled(line, offset, clause.strip(_AROUND)))


def _labelled(line: str, offset: int, clause: str) -> str:
    """A cell that does not say what it measures, with the first cell of its row before it."""
    first = re.search(r"[^|\s][^|]*", line)
    if first is None or first.end() > offset or "|" not in line:
        return clause
    if any_word("metric", clause) and not _VALUE.fullmatch(clause):
        return clause
    return f"{first.group().strip(_AROUND)}: {clause}"


def _tabled(line: str) -> Iterator[Figure]:
    """The first value of a row that is called as something measured."""
    cells = list(re.finditer(r"[^|]+", line))
    label = next((cell.group() for cell in cells if cell.group().strip()), "")
    name = words("metric").search(label)
    if len(cells) < 2 or name is None or any_word("no_claim", line) or _WANTED.search(line):
        return
    for cell in cells:
        value = _VALUE.fullmatch(cell.group().strip(" "))
        if value and value["value"].strip("0., ") and _is_measured(name.group(), value["unit"] or ""):
            start = cell.start() + cell.group().index(value["value"].strip())
            yield Figure(start, start + len(value["value"].strip()), line.strip(_AROUND))
            return


def _is_measured(name: str, unit: str) -> bool:
    if any_word("rates", name):
        return unit.startswith(("%", "퍼"))
    return bool(unit) or any_word("counts", name)


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


def _change(clause: str) -> _Place | None:
    for found in _CHANGE.finditer(clause):
        unit = found["before"] or found["after"]
        measured = any_word("metric", clause)
        if found["span"] and not (measured or found["reached"] or _is_change(clause)):
            continue
        if (unit or measured) and not (_VERSION.search(clause) and not unit):
            return found.start(), found.end() - len(found["reached"] or "")
    return None


def _is_change(clause: str) -> bool:
    return any_word("better", clause) or re.search(r"\bfrom\b", clause, re.IGNORECASE) is not None


def _better(clause: str) -> _Place | None:
    for pattern in (_PERCENT, _FACTOR):
        for found in pattern.finditer(clause):
            near = clause[max(0, found.start() - _BEFORE) : found.end() + _AFTER]
            if any_word("better", near):
                return found.span()
    return None


def _reached(clause: str) -> _Place | None:
    """ "80ms로 단축": what it was before is not said."""
    for found in _REACHED.finditer(clause):
        if any_word("better", clause[found.end() : found.end() + _SOON]):
            return found.span()
    return None


def _metric(clause: str) -> _Place | None:
    for name in words("metric").finditer(clause):
        near, start = clause[: name.end() + _NEAR], max(0, name.start() - _BEFORE)
        for pattern in _patterns_of(name.group(), clause):
            if found := pattern.search(near, start):
                return found.span()
        if any_word("counts", name.group()) and (bare := _BARE.match(clause, name.end())):
            return bare.span("value")
    return None


def _patterns_of(metric: str, clause: str) -> list[re.Pattern[str]]:
    """In what a metric is given: a rate in per cent; a time in per cent only where it became better."""
    if any_word("rates", metric):
        return [_PERCENT]
    if any_word("durations", metric) and not any_word("better", clause):
        return [_MEASURED, _FACTOR]
    return [_PERCENT, _MEASURED, _FACTOR]
