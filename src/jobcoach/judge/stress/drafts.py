"""A test's input taken apart into pieces that can be changed, and written as text again.

A piece is rows of words. Names of sizes tie pieces together: where a row of one
goes, its partner in the others goes too, and the number that counts them is written anew.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from jobcoach.judge.function_style.layout import Item

_WORD = re.compile(r"(\s*)(\S+)")

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """``rows_size`` names the piece that counts the rows, ``columns_size`` the words of each; "" is fixed.

    ``before`` stands before the first row, ``between`` before each other one.
    """

    name: str
    rows: tuple[Row, ...]
    before: str
    between: str = "\n"
    rows_size: str = ""
    columns_size: str = ""


Draft = tuple[Piece, ...]


def written(draft: Draft) -> str:
    """The text of a test."""
    parts = [
        piece.before + piece.between.join(" ".join(row) for row in piece.rows)
        for piece in draft
        if piece.rows
    ]
    return "".join(parts) + "\n"


def counted(draft: Draft) -> Draft:
    """The same with every size as many as there are."""
    sizes: dict[str, int] = {}
    for piece in draft:
        if piece.rows_size:
            sizes[piece.rows_size] = len(piece.rows)
        if piece.columns_size and piece.rows:
            sizes[piece.columns_size] = len(piece.rows[0])
    return tuple(
        replace(piece, rows=((str(sizes[piece.name]),),)) if piece.name in sizes else piece for piece in draft
    )


def sizes_in(draft: Draft) -> dict[str, int]:
    """How many there are of what, by the name of the size."""
    found: dict[str, int] = {}
    for piece in draft:
        if piece.rows_size:
            found[piece.rows_size] = len(piece.rows)
        if piece.columns_size and piece.rows:
            found.setdefault(piece.columns_size, len(piece.rows[0]))
    return found


def with_only(draft: Draft, size: str, kept: Sequence[int]) -> Draft:
    """Of all that ``size`` counts, those at the places ``kept``, in that order (a place may come twice)."""
    return counted(tuple(_only(piece, size, kept) for piece in draft))


def _only(piece: Piece, size: str, kept: Sequence[int]) -> Piece:
    rows = piece.rows
    if piece.columns_size == size:
        rows = tuple(tuple(row[place] for place in kept) for row in rows)
    if piece.rows_size == size:
        rows = tuple(rows[place] for place in kept)
    return replace(piece, rows=rows)


def read_draft(items: Sequence[Item], text: str) -> Draft:
    """The pieces that a function's layout names. Raises ValueError for a text that is not laid out so."""
    source, values = _Source(text), dict[str, str]()
    pieces = []
    for item in items:
        counts = [_count(size, values) for size in item.sizes]
        piece = source.lines(item, counts) if item.whole_lines else source.words(item, counts)
        if not item.sizes and not item.whole_lines:
            values[item.name] = piece.rows[0][0]
        pieces.append(piece)
    return tuple(pieces)


def _count(size: str, values: Mapping[str, str]) -> int:
    return int(size if size.isdigit() else values[size])


class _Source:
    def __init__(self, text: str) -> None:
        self._text = text.replace("\r\n", "\n")
        self._at = 0

    def words(self, item: Item, counts: Sequence[int]) -> Piece:
        height, width = (*counts, 1, 1)[:2]
        gaps, rows = [], []
        for _ in range(height):
            found = [self._word() for _ in range(width)]
            gaps.append(found[0][0] if found else "")
            rows.append(tuple(word for _, word in found))
        between = gaps[1] if len(gaps) > 1 else "\n" if width > 1 else " "
        names = ["" if size.isdigit() else size for size in item.sizes]
        rows_size, columns_size = (*names, "", "")[:2]
        return Piece(item.name, tuple(rows), gaps[0] if gaps else "\n", between, rows_size, columns_size)

    def lines(self, item: Item, counts: Sequence[int]) -> Piece:
        before = ""
        if self._at and self._text[self._at - 1] != "\n":
            self._at = self._text.find("\n", self._at) + 1 or len(self._text)
            before = "\n"
        rows = [tuple(self._line().split(" ")) for _ in range(counts[0] if counts else 1)]
        size = "" if not item.sizes or item.sizes[0].isdigit() else item.sizes[0]
        return Piece(item.name, tuple(rows), before, "\n", size)

    def _word(self) -> tuple[str, str]:
        found = _WORD.match(self._text, self._at)
        if found is None:
            raise ValueError("the text ends too early")
        self._at = found.end()
        return found[1], found[2]

    def _line(self) -> str:
        if self._at >= len(self._text):
            raise ValueError("the text ends too early")
        end = self._text.find("\n", self._at)
        end = len(self._text) if end < 0 else end
        line, self._at = self._text[self._at : end], end + 1
        return line


def guess_draft(text: str) -> Draft:
    """The pieces as they look, without a layout: a number of as many lines or words counts them."""
    lines = [tuple(line.split()) for line in text.splitlines()]
    pieces: list[Piece] = []
    at = 0
    while at < len(lines):
        before = "\n" if at else ""
        counts = {
            piece.name: int(piece.rows[0][0]) for piece in pieces if not piece.rows_size and _is_count(piece)
        }
        size = _size_of_block(lines[at:], counts)
        if size is not None:
            rows = tuple(lines[at : at + counts[size]])
            pieces.append(Piece(f"block{at}", rows, before, "\n", size))
            at += len(rows)
            continue
        pieces += _line_pieces(lines[at], at, before, counts)
        at += 1
    return tuple(pieces)


def _is_count(piece: Piece) -> bool:
    return (
        bool(piece.rows) and len(piece.rows) == 1 and piece.rows[0][0].isdigit() and len(piece.rows[0]) == 1
    )


def _size_of_block(rest: Sequence[Row], counts: Mapping[str, int]) -> str | None:
    """All lines that are left, else as many of one width as an earlier number says."""
    for name, count in counts.items():
        if count == len(rest) and count > 1:
            return name
    for name, count in counts.items():
        if 1 < count <= len(rest) and len({len(row) for row in rest[:count]}) == 1:
            return name
    return None


def _line_pieces(row: Row, at: int, before: str, counts: Mapping[str, int]) -> Iterator[Piece]:
    size = next((name for name, count in counts.items() if count == len(row) and count > 1), None)
    if size is not None:
        yield Piece(f"line{at}", tuple((word,) for word in row), before, " ", size)
        return
    for place, word in enumerate(row):
        yield Piece(f"word{at}.{place}", ((word,),), before if place == 0 else " ")
