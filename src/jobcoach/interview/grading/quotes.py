"""Finding a quote in an answer: no grade stands on words that the candidate did not write."""

import re
import unicodedata
from collections.abc import Iterator

# Single and double quotation marks, hyphens and dashes, the ellipsis.
_TYPOGRAPHY = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b", "'")
    | dict.fromkeys("\u201c\u201d\u201e", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014", "-")
    | {"\u2026": "..."}
)
# Leading consonant, vowel and final of decomposed Hangul belong together.
_JOINING = (("\u1160", "\u11ff"), ("\ud7b0", "\ud7ff"))
_WORD = re.compile(r"[^\W_]+")
# A quote of one of these alone proves nothing.
_TRIVIAL = frozenset("은는이가을를의에도로와과만다요") | {
    "a",
    "an",
    "the",
    "of",
    "to",
    "in",
    "on",
    "is",
    "it",
    "and",
}


def find_quote(answer: str, quote: str) -> str | None:
    """The answer's own substring that equals the quote, None if there is none.

    Equal means equal after NFC, case folding, typographic quotes and dashes,
    and runs of white space. Quotes that say nothing (empty, punctuation, one
    particle) are not found.
    """
    wanted = " ".join(_fold(quote).split())
    if not _says_something(wanted):
        return None
    if quote and quote in answer:
        return quote
    starts: list[int] = []
    ends: list[int] = []
    pieces: list[str] = []
    for folded, start, end in _folded(answer):
        pieces.append(folded)
        starts.extend([start] * len(folded))
        ends.extend([end] * len(folded))
    at = "".join(pieces).find(wanted)
    return answer[starts[at] : ends[at + len(wanted) - 1]] if at >= 0 else None


def _says_something(folded: str) -> bool:
    words = _WORD.findall(folded)
    return not _TRIVIAL.issuperset(words) if words else _is_operator(folded)


def _is_operator(folded: str) -> bool:
    return bool(folded) and set(folded) <= set("&*=<>!+-/%|^~\\[]{}:") and len(folded) <= 3


def _folded(text: str) -> Iterator[tuple[str, int, int]]:
    """Pieces of the folded text, each with the place in ``text`` that it comes from."""
    in_space = False
    for start, end in _clusters(text):
        cluster = text[start:end]
        if cluster.isspace():
            if not in_space:
                yield " ", start, end
            in_space = True
            continue
        in_space = False
        folded = cluster.lower() if cluster.isascii() else _fold(cluster)
        if folded:
            yield folded, start, end


def _fold(cluster: str) -> str:
    composed = unicodedata.normalize("NFC", cluster).translate(_TYPOGRAPHY).casefold()
    return unicodedata.normalize("NFC", composed)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Spans of a base character with all that composes with it."""
    start = 0
    if not text:
        return
    for index in range(1, len(text) + 1):
        if index == len(text) or not _joins(text[index]):
            yield start, index
            start = index


def _joins(char: str) -> bool:
    if char < "\u0300":
        return False
    return bool(unicodedata.combining(char)) or any(low <= char <= high for low, high in _JOINING)
