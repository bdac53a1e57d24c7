"""A piece of Markdown as text that a person reads in a terminal and a grader compares with."""

from collections.abc import Callable, Iterator
from textwrap import dedent

from markdown_it.token import Token

from jobcoach.interview.bank.importers.markdown import block_tokens
from jobcoach.interview.bank.importers.plain import is_link_line, plain_line, plain_markup
from jobcoach.interview.bank.importers.wording import is_other_title


def prose(markdown: str) -> str:
    """The text without code blocks; with them if nothing else is there."""
    return _joined(_Blocks(), markdown) or text_with_code(markdown)


def text_with_code(markdown: str) -> str:
    """The text with its code blocks as they are: a question may ask what code does."""
    return _joined(_BlocksWithCode(), markdown)


def _joined(blocks: "_Blocks", markdown: str) -> str:
    lines = (line for line in markdown.split("\n") if not is_link_line(line))
    tokens = block_tokens(dedent("\n".join(lines)).strip("\n"))
    return "\n".join(block for token in tokens for block in blocks.take(token) if block.strip()).strip()


class _Blocks:
    """Takes one block token after the other; each may give a piece of text."""

    def __init__(self) -> None:
        self._depth = 0
        self._begins_item = False
        self._is_title = False
        self._passes_over = False  # below a heading such as "References"
        self._cells: list[str] = []
        self._handlers: dict[str, Callable[[Token], Iterator[str]]] = {
            "inline": self._inline,
            "html_block": self._html,
            "tr_close": self._row,
            "fence": self._code,
        }

    def take(self, token: Token) -> Iterator[str]:
        self._place(token.type)
        if token.type == "inline" and self._is_title:
            self._is_title, self._passes_over = False, is_other_title(plain_line(token.content))
        if not self._passes_over and (handler := self._handlers.get(token.type)):
            yield from handler(token)

    def _place(self, kind: str) -> None:
        """Keep where the next text stands."""
        if kind == "heading_open":
            self._is_title = True
        elif kind == "list_item_open":
            self._depth, self._begins_item = self._depth + 1, True
        elif kind == "list_item_close":
            self._depth -= 1
        elif kind in ("th_open", "td_open"):
            self._cells.append("")

    def _inline(self, token: Token) -> Iterator[str]:
        if self._cells:
            self._cells[-1] = plain_line(token.content)
            return
        mark = "- " if self._begins_item else "  "
        indent = "  " * (self._depth - 1) + mark if self._depth else ""
        self._begins_item = False
        yield indent + _lines(token.content)

    def _html(self, token: Token) -> Iterator[str]:
        yield _lines(token.content)

    def _row(self, _token: Token) -> Iterator[str]:
        yield " | ".join(self._cells)
        self._cells = []

    def _code(self, _token: Token) -> Iterator[str]:
        yield from ()


class _BlocksWithCode(_Blocks):
    def _code(self, token: Token) -> Iterator[str]:
        yield token.content.rstrip()


def _lines(markup: str) -> str:
    return "\n".join(stripped for line in plain_markup(markup).split("\n") if (stripped := line.strip()))
