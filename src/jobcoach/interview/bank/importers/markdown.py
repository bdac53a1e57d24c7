"""A Markdown file as the importers read it: its lines, headings and code blocks.

Only the blocks are parsed (markdown-it-py, CommonMark): inline markup is taken away
by expressions that never look back, since a file may be made to be slow to parse.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from markdown_it import MarkdownIt
from markdown_it.token import Token

from jobcoach.interview.bank.importers.plain import plain_line


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``line`` is its first line, counted from 0, ``after`` the one after it.

    ``item`` is True for one that begins an item of a numbered list (``1. ### Why?``).
    """

    level: int
    text: str
    line: int
    after: int
    item: bool = False


@dataclass(frozen=True)
class Document:
    """A file's lines with its headings in order; ``code_lines`` are those inside fences."""

    lines: tuple[str, ...]
    headings: tuple[Heading, ...]
    code_lines: frozenset[int]

    def text(self, start: int, end: int) -> str:
        """Some of its lines, as they are written."""
        return "\n".join(self.lines[start:end])

    def sections(self, line: int, below: int = 7) -> tuple[str, ...]:
        """The headings that the line stands under, of levels above ``below``, the nearest first."""
        found: list[str] = []
        index = bisect_left(self._heading_lines, line) - 1
        while index >= 0:
            if self.headings[index].level < below:
                found.append(self.headings[index].text)
            index = self._parents[index]
        return tuple(found)

    @cached_property
    def _heading_lines(self) -> list[int]:
        return [heading.line for heading in self.headings]

    @cached_property
    def _parents(self) -> list[int]:
        """For each heading the index of the one it stands under, -1 for none."""
        parents: list[int] = []
        above: list[int] = []
        for index, heading in enumerate(self.headings):
            while above and self.headings[above[-1]].level >= heading.level:
                above.pop()
            parents.append(above[-1] if above else -1)
            above.append(index)
        return parents


def parse_document(text: str) -> Document:
    """Find the headings and the code of a Markdown text."""
    tokens = block_tokens(text)
    return Document(
        lines=tuple(text.split("\n")),
        headings=tuple(_headings(tokens)),
        code_lines=frozenset(line for token in tokens if token.type == "fence" for line in _range(token)),
    )


def block_tokens(text: str) -> list[Token]:
    """The blocks of a Markdown text. Indented code is read as text: in the wild it mostly is."""
    return _parser().parse(text)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table").disable(["inline", "code"])


def _headings(tokens: Sequence[Token]) -> Iterator[Heading]:
    quoted = 0
    for index, token in enumerate(tokens):
        quoted += (token.type == "blockquote_open") - (token.type == "blockquote_close")
        if token.type != "heading_open" or token.map is None or quoted:
            continue
        before = tokens[index - 1] if index else None
        yield Heading(
            level=int(token.tag[1]),
            text=plain_line(tokens[index + 1].content),
            line=token.map[0],
            after=token.map[1],
            item=before is not None and before.type == "list_item_open" and before.info.isdigit(),
        )


def _range(token: Token) -> range:
    return range(*token.map) if token.map else range(0)
