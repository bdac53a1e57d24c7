"""Text -> words, each with its stem and its place in the text.

``getUserName`` and ``get_user_name`` are three words, ``TCP는`` is one (the
particle goes), ``don't`` is "do" and "not", ``O(n log n)`` is one.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from jobcoach.interview.grading.offline import hangul, stem
from jobcoach.interview.grading.offline.lexicon import (
    IRREGULAR_DENIALS,
    NEGATORS,
    NUMERALS,
    STOP_WORDS,
    word_weights,
)

# Nobody says more in an interview; a pasted megabyte must not cost seconds.
MAX_CHARS = 20_000
_LONGEST_WORD = 40

_WORD = re.compile(
    r"(?P<order>\b[OoΘΩ]\s?\(\s*[\w\s^*+²√/]{1,24}\s*\))"
    r"|(?P<latin>[A-Za-z][A-Za-z0-9_]*(?:['’][A-Za-z]+)?(?:\+\+|\#(?!\w))?)"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<hangul>[가-힣]+)"
    r"|(?P<other>[^\W\d_a-zA-Z가-힣]+)"
    r"|(?P<symbol>\\[0nrt]|->|::|&&|\|\||<<|>>|[=!<>]=|(?<![\w.])[&*](?!\w{3}))"
)
_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_RARE = 1.0
_SYMBOL_WEIGHT = 0.8


class Token(NamedTuple):
    """One word: ``text[start:end]``, in lower case as ``form``, ``stem`` as it is compared.

    ``weight`` is 0 (says nothing) to 1 (rare).
    """

    form: str
    stem: str
    start: int
    end: int
    weight: float

    @property
    def is_content(self) -> bool:
        """Does the word say something about the subject?"""
        return self.weight > 0


def tokens(text: str) -> list[Token]:
    """The words of the first MAX_CHARS characters. The text should be NFC."""
    return list(_tokens(text[:MAX_CHARS]))


def _tokens(text: str) -> Iterator[Token]:
    after_latin = -1
    for match in _WORD.finditer(text):
        kind, word = match.lastgroup or "", match.group()
        start, end = match.span()
        if kind == "latin":
            yield from _latin(word, start, end)
            after_latin = end
        elif kind == "hangul":
            if start == after_latin and hangul.is_particle(word):
                continue
            yield _token(word, hangul.stem(word[:_LONGEST_WORD]), start, end)
        elif kind == "order":
            form = "".join(word.lower().split())
            yield Token(form, form, start, end, _RARE)
        elif kind == "symbol":
            yield Token(word, word, start, end, _SYMBOL_WEIGHT)
        else:
            after_latin = end
            form = word.casefold()[:_LONGEST_WORD]
            yield _token(form, form, start, end)


def _latin(word: str, start: int, end: int) -> Iterator[Token]:
    word, _, ending = word.replace("’", "'").partition("'")
    denied = ending == "t" and word[-1:] in "nN"
    lower = word.lower()
    if denied:
        lower = word = IRREGULAR_DENIALS.get(lower, lower[:-1])
    if lower == "cannot":
        lower, word, denied = "can", "can", True
    if word.isupper() or lower == word or word.istitle():
        parts = [part for part in lower.split("_") if part]
    else:
        parts = [part.lower() for part in _PARTS.findall(word)] or [lower]
    for part in parts:
        form = part[:_LONGEST_WORD]
        yield _token(form, stem.stem(NUMERALS.get(form, form)), start, end)
    if denied:
        yield _token("not", "not", start, end)


def _token(form: str, stemmed: str, start: int, end: int) -> Token:
    return Token(form, stemmed, start, end, _weight(form, stemmed))


def _weight(form: str, stemmed: str) -> float:
    if form in STOP_WORDS or form in NEGATORS or stemmed in STOP_WORDS:
        return 0.0
    return word_weights().get(stemmed, _RARE)
