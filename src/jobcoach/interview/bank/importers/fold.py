"""``<details><summary>`` blocks, wherever they stand."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from jobcoach.interview.bank.importers.markdown import Document, parse_document
from jobcoach.interview.bank.importers.plain import plain_line
from jobcoach.interview.bank.importers.wording import is_answer_label

_TAG = re.compile(r"<(/?)(details|summary)\b[^<>]*>", re.IGNORECASE)
_TAGS_MAX = 40_000
_FRONT_MATTER = re.compile(r"\A---\n(?:.*\n){1,50}?---\n")


@dataclass(slots=True)
class Fold:
    """One block; ``outer`` is the summary of the block around it. Offsets are in the text."""

    start: int
    summary: str = ""
    outer: tuple[str, ...] = ()
    body_start: int = 0
    body_end: int = 0
    children: list[int] = field(default_factory=list)


def folds(document: Document) -> tuple[str, list[Fold]]:
    """The text, and its blocks in the order in which they begin.

    One that is never closed ends where the next begins.
    """
    text = document.text(0, len(document.lines))
    found: list[Fold] = []
    open_folds: list[Fold] = []
    summary_start: int | None = None
    for match in _tags(text, document):
        closing, name = match[1], match[2].lower()
        if name == "summary":
            if not closing:
                summary_start = match.end()
            elif summary_start is not None and open_folds and not open_folds[-1].summary:
                open_folds[-1].summary = text[summary_start : match.start()].strip()
                open_folds[-1].body_start = match.end()
                summary_start = None
        elif not closing:
            outer = (open_folds[-1].summary, *open_folds[-1].outer) if open_folds else ()
            if open_folds:
                open_folds[-1].children.append(match.start())
            open_folds.append(Fold(match.start(), outer=outer[:5], body_start=match.end()))
            found.append(open_folds[-1])
        elif open_folds:
            open_folds.pop().body_end = match.start()
    for fold in open_folds:
        fold.body_end = fold.children[0] if fold.children else len(text)
        fold.children.clear()
    return text, found


def _tags(text: str, document: Document) -> Iterator[re.Match[str]]:
    """The tags that do not stand in code."""
    line_of = LineCount(text)
    for match in islice(_TAG.finditer(text), _TAGS_MAX):
        if line_of(match.start()) not in document.code_lines:
            yield match


class LineCount:
    """The line of an offset, counted from 0."""

    def __init__(self, text: str) -> None:
        self._ends = [match.start() for match in re.finditer("\n", text)]

    def __call__(self, offset: int) -> int:
        return bisect_left(self._ends, offset)


def read_document(text: str) -> Document:
    """A Markdown text without its front matter; headings inside of folded answers are no headings of it."""
    blanked = _FRONT_MATTER.sub(lambda match: "\n" * match.group().count("\n"), text, count=1)
    document = parse_document(blanked)
    whole, found = folds(document)
    line_of = LineCount(whole)
    hidden: set[int] = set()
    for fold in found:
        if is_answer_label(plain_line(fold.summary)):
            hidden.update(range(line_of(fold.body_start), line_of(fold.body_end) + 1))
    return replace(document, headings=tuple(each for each in document.headings if each.line not in hidden))
