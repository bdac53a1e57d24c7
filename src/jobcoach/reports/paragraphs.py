"""Paragraphs that hang behind a mark, on a terminal of any width."""

from collections.abc import Callable

from jobcoach.reports.style import Style, unstyled
from jobcoach.text import width, wrap

_COLUMNS_MAX = 100  # longer lines are hard to read
Paint = Callable[[str], str]


def hanging(lead: str, text: str, style: Style, paint: Paint = str) -> list[str]:
    """A paragraph behind ``lead``, its further lines below its first word; nothing for an empty one."""
    left = width(unstyled(lead))
    lines = wrap(text, min(style.columns, _COLUMNS_MAX) - left)
    return [(" " * left if index else lead) + paint(line) for index, line in enumerate(lines)]


def paragraphs(lead: str, text: str, style: Style, paint: Paint = str) -> list[str]:
    """Each line of a text as a paragraph of its own; empty lines stay between them."""
    lines: list[str] = []
    for paragraph in text.strip().split("\n"):
        lines += hanging(lead, paragraph, style, paint) or [""]
    return lines


def shorten(text: str, characters: int) -> str:
    """At most so many characters, with ``…`` for the rest."""
    return text if len(text) <= characters else text[: characters - 1].rstrip() + "…"
