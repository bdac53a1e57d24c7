"""Random changes of a draft: each likely to keep what the statement promises, none certain to.

Whether it does, the package's input validators say (``contest.py``).
"""

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from jobcoach.judge.stress.drafts import Draft, Piece, counted, sizes_in, with_only

_NUMBER = re.compile(r"-?\d{1,18}")
_FEW = 6
_MOST_CHANGES = 4


def mutated(seed: Draft, rng: Random) -> Draft:
    """The draft cut down to few, mostly, and changed in one to four places."""
    draft = _cut_down(seed, rng) if rng.random() < 0.7 else seed
    for _ in range(rng.randint(1, _MOST_CHANGES)):
        draft = rng.choice(_CHANGES)(draft, rng)
    return draft


def _cut_down(draft: Draft, rng: Random) -> Draft:
    for size, count in sizes_in(draft).items():
        if count > 1:
            few = rng.randint(1, min(count, _FEW))
            draft = with_only(draft, size, sorted(rng.sample(range(count), few)))
    return draft


def _drop(draft: Draft, rng: Random) -> Draft:
    size, count = _any_size(draft, rng)
    if count < 2:
        return draft
    gone = rng.randrange(count)
    return with_only(draft, size, [place for place in range(count) if place != gone])


def _repeat(draft: Draft, rng: Random) -> Draft:
    size, count = _any_size(draft, rng)
    if count < 1:
        return draft
    places = list(range(count))
    places.insert(rng.randint(0, count), rng.randrange(count))
    return with_only(draft, size, places)


def _reorder(draft: Draft, rng: Random) -> Draft:
    size, count = _any_size(draft, rng)
    places = list(range(count))
    if rng.random() < 0.5 and count > 1:
        one, other = rng.sample(places, 2)
        places[one], places[other] = places[other], places[one]
    else:
        rng.shuffle(places)
    return with_only(draft, size, places) if count else draft


def _change_word(draft: Draft, rng: Random) -> Draft:
    place = _any_piece(draft, rng)
    piece = draft[place]
    row, column = rng.randrange(len(piece.rows)), 0
    column = rng.randrange(len(piece.rows[row]))
    word = _other_word(piece, piece.rows[row][column], column, draft, rng)
    return _with_piece(draft, place, _with_word(piece, row, column, word))


def _draw_column(draft: Draft, rng: Random) -> Draft:
    """Every number of a column from one small range: equal ones meet, which is where programs go wrong."""
    place = _any_piece(draft, rng)
    piece = draft[place]
    column = rng.randrange(max(len(row) for row in piece.rows))
    numbers = [int(row[column]) for row in piece.rows if column < len(row) and _NUMBER.fullmatch(row[column])]
    if not numbers:
        return draft
    low, high = rng.choice(_ranges(draft, numbers))
    for index, row in enumerate(piece.rows):
        if column < len(row) and _NUMBER.fullmatch(row[column]):
            piece = _with_word(piece, index, column, str(rng.randint(low, high)))
    return _with_piece(draft, place, piece)


def _narrow_grid(draft: Draft, rng: Random) -> Draft:
    """One column of characters less, and one off the number that says how many there are."""
    grids = [place for place, piece in enumerate(draft) if (width_of(piece) or 0) > 1]
    if not grids:
        return draft
    place = rng.choice(grids)
    return narrower(draft, place, rng.randrange(width_of(draft[place]) or 1))


def width_of(piece: Piece) -> int | None:
    """The characters of each row of a grid of characters; None if it is none."""
    widths = {len(row[0]) if len(row) == 1 else -1 for row in piece.rows}
    return widths.pop() if len(widths) == 1 and piece.rows_size and min(widths) > 0 else None


def narrower(draft: Draft, place: int, column: int) -> Draft:
    """The grid of characters at ``place`` without one column."""
    piece = draft[place]
    width = str(width_of(piece))
    grid = replace(piece, rows=tuple((row[0][:column] + row[0][column + 1 :],) for row in piece.rows))
    less = ((str(int(width) - 1),),)
    others = [replace(each, rows=less) if each.rows == ((width,),) else each for each in draft]
    return counted(_with_piece(tuple(others), place, grid))


_CHANGES: tuple[Callable[[Draft, Random], Draft], ...] = (
    _drop, _repeat, _reorder, _change_word, _change_word, _change_word, _draw_column, _draw_column,
    _narrow_grid,
)  # fmt: skip


def _other_word(piece: Piece, word: str, column: int, draft: Draft, rng: Random) -> str:
    if rng.random() < 0.25:  # another of its kind
        row = rng.choice(piece.rows)
        return row[min(column, len(row) - 1)]
    if _NUMBER.fullmatch(word) and rng.random() < 0.9:
        low, high = rng.choice(_ranges(draft, [int(word)]))
        return str(rng.randint(low, high))
    return _other_characters(piece, word, rng)


def _other_characters(piece: Piece, word: str, rng: Random) -> str:
    alphabet = sorted(set("".join("".join(row) for row in piece.rows)))
    if not word or not alphabet:
        return word
    at = rng.randrange(len(word))
    match rng.randrange(4):
        case 0:
            return word[:at] + word[at + 1 :]
        case 1:
            return word[:at] + rng.choice(alphabet) + word[at:]
        case 2:
            return "".join(rng.choice(alphabet) for _ in word)
        case _:
            return word[:at] + rng.choice(alphabet) + word[at + 1 :]


def _ranges(draft: Draft, numbers: list[int]) -> list[tuple[int, int]]:
    """Where numbers in place of these may lie: around them, small, and as numbers of what there is."""
    low, high = min(numbers), max(numbers)
    around = [(low - 1, low + 1), (high - 1, high + 1), (low, high), (0, 3), (1, 10), (-3, 3)]
    counts = [count for count in sizes_in(draft).values() if count]
    scalars = [int(piece.rows[0][0]) for piece in draft if is_number(piece)]
    return around + [(1, most) for most in (*counts, *scalars) if most > 0] + [(0, most) for most in counts]


def is_number(piece: Piece) -> bool:
    """Whether a piece is one number."""
    return len(piece.rows) == 1 and len(piece.rows[0]) == 1 and bool(_NUMBER.fullmatch(piece.rows[0][0]))


def _any_size(draft: Draft, rng: Random) -> tuple[str, int]:
    sizes = sizes_in(draft)
    return rng.choice(list(sizes.items())) if sizes else ("", 0)


def _any_piece(draft: Draft, rng: Random) -> int:
    """Any that has words; what only counts others follows them (``counted``)."""
    sizes = sizes_in(draft)
    able = [place for place, piece in enumerate(draft) if any(piece.rows) and piece.name not in sizes]
    return rng.choice(able or [place for place, piece in enumerate(draft) if any(piece.rows)])


def _with_word(piece: Piece, row: int, column: int, word: str) -> Piece:
    words = list(piece.rows[row])
    words[column] = word
    return replace(piece, rows=(*piece.rows[:row], tuple(words), *piece.rows[row + 1 :]))


def _with_piece(draft: Draft, place: int, piece: Piece) -> Draft:
    return (*draft[:place], piece, *draft[place + 1 :])
