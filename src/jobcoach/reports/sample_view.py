"""A sample test's input, expected and given output, beside each other.

What would be invisible is shown: ``·`` a space at the end of a line, ``→`` a
tab there, escapes for control characters. Three columns are tried first, then the
input above two columns, then all below each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from jobcoach.judge.results import SampleView
from jobcoach.reports.style import Style
from jobcoach.text import cut, pad, printable, width
from jobcoach.words import Words

_LINES_MAX = 20
_GAP = " │ "
_INDENT = "  "
_TAB_STOPS = 4


@dataclass(frozen=True, slots=True)
class _Column:
    title: str
    lines: tuple[str, ...]

    @property
    def columns(self) -> int:
        return max(width(self.title), *map(width, self.lines), 0)


def sample_lines(view: SampleView, words: Words, style: Style) -> list[str]:
    """The view as terminal lines of at most ``style.columns`` columns, with an indent."""
    given_input = _column(words("judge.input"), view.input, words)
    expected = _column(words("judge.expected"), view.expected, words)
    given = _column(words("judge.given"), view.given, words)
    room = style.columns - len(_INDENT)
    if _fit([given_input, expected, given], room):
        lines = _beside([given_input, expected, given], room, style)
    elif _fit([expected, given], room):
        lines = [*_below(given_input, room, style), "", *_beside([expected, given], room, style)]
    else:
        stacked = (_below(column, room, style) for column in (given_input, expected, given))
        lines = [line for block in stacked for line in (*block, "")][:-1]
    return [(_INDENT + line).rstrip() for line in lines]


def input_beside_output(test_input: str, output: str, words: Words, style: Style) -> list[str]:
    """A sample as a problem's statement shows it, laid out like ``sample_lines``."""
    columns = [
        _column(words("judge.input"), test_input, words),
        _column(words("judge.output"), output, words),
    ]
    room = style.columns - len(_INDENT)
    if _fit(columns, room):
        lines = _beside(columns, room, style)
    else:
        lines = [*_below(columns[0], room, style), "", *_below(columns[1], room, style)]
    return [(_INDENT + line).rstrip() for line in lines]


def first_difference(view: SampleView, words: Words) -> str:
    """Where expected and given output differ first: the validator's words, else line and word."""
    if view.difference:
        return printable(view.difference)
    pairs = zip_longest(_lines(view.expected), _lines(view.given))
    for number, (expected, given) in enumerate(pairs, 1):
        if expected is None:
            return words("judge.line_too_many", line=number, given=_quoted(given))
        if given is None:
            return words("judge.line_missing", line=number, expected=_quoted(expected))
        if expected.split() != given.split():
            return words("judge.line_differs", line=number, expected=_quoted(expected), given=_quoted(given))
    return words("judge.white_space_differs") if view.expected != view.given else ""


def visible(line: str) -> str:
    """One line with nothing invisible left in it."""
    body = line.rstrip(" \t")
    tail = line[len(body) :].replace(" ", "·").replace("\t", "→")
    return printable(body.replace("\r", "\\r")).expandtabs(_TAB_STOPS) + tail


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").removesuffix("\n").split("\n") if text else []


def _quoted(line: str) -> str:
    return f"'{cut(visible(line), 40)}'"


def _column(title: str, text: str, words: Words) -> _Column:
    lines = _lines(text)
    shown = [visible(line) for line in lines[:_LINES_MAX]]
    if len(lines) > _LINES_MAX:
        shown.append(words("judge.more_lines", count=len(lines) - _LINES_MAX))
    return _Column(title, tuple(shown) or (words("judge.nothing"),))


def _fit(columns: Sequence[_Column], room: int) -> bool:
    return sum(column.columns for column in columns) + len(_GAP) * (len(columns) - 1) <= room


def _beside(columns: Sequence[_Column], room: int, style: Style) -> list[str]:
    # What is left over is shared out, so that columns of short lines are not cramped.
    spare = (room - sum(c.columns for c in columns) - len(_GAP) * (len(columns) - 1)) // len(columns)
    widths = [column.columns + min(spare, max(0, 12 - column.columns)) for column in columns]
    titles = _GAP.join(style.bold(pad(c.title, w)) for c, w in zip(columns, widths, strict=True))
    rows = zip_longest(*(column.lines for column in columns), fillvalue="")
    return [titles, *(_GAP.join(pad(cell, w) for cell, w in zip(row, widths, strict=True)) for row in rows)]


def _below(column: _Column, room: int, style: Style) -> list[str]:
    return [style.bold(column.title), *(cut(line, room) for line in column.lines)]
