"""Steps by which an input gets smaller: fewer rows, shorter words, numbers closer to zero.

After delta debugging (Zeller and Hildebrandt, "Simplifying and Isolating
Failure-Inducing Input", IEEE TSE 2002): large steps first, then single ones.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from jobcoach.judge.stress.drafts import Draft, sizes_in, with_only, written
from jobcoach.judge.stress.mutations import is_number, narrower, width_of


def weight(draft: Draft) -> tuple[int, int, int]:
    """What shrinking brings down: words, characters, and how far numbers are from zero."""
    words = [word for piece in draft for row in piece.rows for word in row]
    numbers = [abs(int(word)) for word in words if word.removeprefix("-").isdecimal()]
    return len(words), len(written(draft)), sum(numbers)


def smaller(draft: Draft) -> Iterator[Draft]:
    """Every draft that is one step smaller, large steps first."""
    now = weight(draft)
    for step in chain(_fewer(draft), _narrower(draft), _shorter(draft)):
        if weight(step) < now:
            yield step


def _fewer(draft: Draft) -> Iterator[Draft]:
    for size, count in sizes_in(draft).items():
        length = count // 2
        while length:
            for start in range(0, count - length + 1, length):
                kept = [place for place in range(count) if not start <= place < start + length]
                if kept:
                    yield with_only(draft, size, kept)
            length //= 2


def _narrower(draft: Draft) -> Iterator[Draft]:
    for place, piece in enumerate(draft):
        width = width_of(piece) or 0
        if width > 1:
            yield from (narrower(draft, place, column) for column in range(width))


def _shorter(draft: Draft) -> Iterator[Draft]:
    sizes = sizes_in(draft)
    for place, piece in enumerate(draft):
        if piece.name in sizes and is_number(piece):
            continue
        for index, row in enumerate(piece.rows):
            for column, word in enumerate(row):
                for shorter in _smaller_words(word):
                    words = (*row[:column], shorter, *row[column + 1 :])
                    rows = (*piece.rows[:index], words, *piece.rows[index + 1 :])
                    yield (*draft[:place], replace(piece, rows=rows), *draft[place + 1 :])


def _smaller_words(word: str) -> Iterator[str]:
    if word.removeprefix("-").isdecimal() and len(word) < 19:
        number = int(word)
        nearer = number - 1 if number > 0 else number + 1
        seen = {0, 1, (abs(number) // 2) * (1 if number > 0 else -1), nearer} - {number}
        yield from (str(each) for each in sorted(seen, key=abs))
    elif len(word) > 1:
        half = len(word) // 2
        yield from (word[:half], word[half:], word[1:], word[:-1])
