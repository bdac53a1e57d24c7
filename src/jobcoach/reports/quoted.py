"""A text with the passages that a grade rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jobcoach.interview.grading.grade import Verdict


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote of the text, and what it is quoted for."""

    quote: str
    verdict: Verdict
    statement: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the text; ``passage`` is None between quotes."""

    text: str
    passage: Passage | None = None


def split_at_quotes(text: str, passages: Iterable[Passage]) -> Iterator[Piece]:
    """The text in its order; of passages that overlap the one that begins first stands, then the longer."""
    found = [(start, passage) for passage in passages for start in _places(text, passage.quote)]
    at = 0
    for start, passage in sorted(found, key=lambda each: (each[0], -len(each[1].quote))):
        if start >= at:
            if start > at:
                yield Piece(text[at:start])
            at = start + len(passage.quote)
            yield Piece(text[start:at], passage)
    if at < len(text):
        yield Piece(text[at:])


def _places(text: str, quote: str) -> Iterator[int]:
    """Where the quote stands, once: a word that comes again was not quoted there."""
    start = text.find(quote) if quote else -1
    if start >= 0:
        yield start
