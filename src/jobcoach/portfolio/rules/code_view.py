"""Source code with its comments and strings blanked, so that neither is taken for code.

No parser: one regular expression a family of languages walks over the text once.
Blanked characters become spaces and line ends stay, so every offset and line
number is that of the original.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Literal

from jobcoach.portfolio.inventory.file_info import SourceText
from jobcoach.portfolio.rules.lexers import lexer as find_lexer

_PREFIX_CHARS_MAX = 2
_PREFIX = re.compile(r"[A-Za-z]{0,3}[@$]?")


@dataclass(frozen=True, slots=True)
class Span:
    """A comment or a string, its marks included: ``text[start:end]``."""

    kind: Literal["comment", "string"]
    start: int
    end: int


class CodeView:
    """One file's text, seen as code. All three texts have the same length and line structure."""

    def __init__(self, source: SourceText) -> None:
        self.text = source.text
        self.lines = source.lines
        self.language = source.info.language
        self.spans = _spans(self.text, source.info.language)

    @cached_property
    def code(self) -> str:
        """Comments blanked, and strings but for the quotes around them."""
        return _blanked(self.text, self.spans)

    @cached_property
    def uncommented(self) -> str:
        """Comments blanked, strings whole."""
        return _blanked(self.text, tuple(span for span in self.spans if span.kind == "comment"))

    @cached_property
    def code_lines(self) -> list[str]:
        """``code`` by line."""
        return self.code.split("\n")

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self.lines)]

    def line_at(self, offset: int) -> int:
        """The number of the line, from 1, that an offset is in."""
        return max(1, min(bisect_right(self._line_starts, offset), len(self.lines)))

    def is_code(self, offset: int) -> bool:
        """Whether the character at an offset is neither in a comment nor in a string."""
        return offset < len(self.code) and self.code[offset] == self.text[offset]

    def line_offset(self, line: int) -> int:
        """Where a line, from 1, begins."""
        return self._line_starts[line - 1]


class _Same:
    """A file as a cache's key by what it is, not by what it holds: no text is hashed."""

    __slots__ = ("source",)

    def __init__(self, source: SourceText) -> None:
        self.source = source

    def __hash__(self) -> int:
        return id(self.source)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.source is other.source


def code_view(source: SourceText) -> CodeView:
    """The file as code. Rules ask for the same file one after the other: the last few are kept."""
    return _view(_Same(source))


@lru_cache(maxsize=4)
def _view(same: _Same) -> CodeView:
    return CodeView(same.source)


def _spans(text: str, language: str) -> tuple[Span, ...]:
    lexer = find_lexer(language)
    if lexer is None:
        return ()
    spans = []
    for match in lexer.tokens.finditer(text):
        start, end = match.span()
        if (match.lastgroup or "").startswith("c"):
            spans.append(Span("comment", start, end))
        else:
            spans.append(Span("string", _with_prefix(text, start, lexer.prefix), end))
    return tuple(spans)


def _with_prefix(text: str, start: int, prefix: re.Pattern[str] | None) -> int:
    if prefix is None or not text[start - 1 : start].isalpha():
        return start
    found = prefix.search(text, max(0, start - _PREFIX_CHARS_MAX), start)
    return start if found is None else found.start()


def _blanked(text: str, spans: tuple[Span, ...]) -> str:
    parts = []
    done = 0
    for span in spans:
        start, end = (span.start, span.end) if span.kind == "comment" else _inside(text, span)
        if start > done:
            parts.append(text[done:start])
        parts.append(_blank(text[start:end]))
        done = end
    parts.append(text[done:])
    return "".join(parts)


def _blank(text: str) -> str:
    if "\n" not in text:
        return " " * len(text)
    return "\n".join(" " * len(line) for line in text.split("\n"))


def _inside(text: str, span: Span) -> tuple[int, int]:
    prefix = _PREFIX.match(text, span.start, span.end)
    start = min((prefix.end() if prefix else span.start) + 1, span.end)
    closed = span.end > start and text[span.end - 1] == text[start - 1]
    return start, span.end - 1 if closed else span.end
