"""Marks by which copied blocks are found across files: winnowing over normalised lines.

Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document
Fingerprinting" (SIGMOD 2003). A gram is ``_GRAM`` significant lines in a row; of each
``_WINDOW`` neighbouring grams the one with the least hash is kept. Two files
that share ``_GRAM + _WINDOW - 1`` = 13 significant lines share a mark for certain.
"""

import re
from collections.abc import Sequence
from zlib import crc32

from jobcoach.portfolio.inventory.file_info import SourceText
from jobcoach.portfolio.rules.code_view import code_view
from jobcoach.portfolio.rules.in_code import JAVASCRIPT

_GRAM = 10
_WINDOW = 4
_DISTINCT_MIN = 7
_PRIME = (1 << 61) - 1
_BASE = 1_000_003 << 20
_LEAVING = pow(_BASE, _GRAM, _PRIME)
# Too few different lines to say anything; as the greatest of all it is kept only where nothing else is.
_TOO_PLAIN = _PRIME
# Lines that all files of a kind have in common say nothing of copying.
_TRIVIAL = re.compile(
    r"[\W_]*|import\b.*|from\b.*\bimport\b.*|package\b.*|using\b.*|#include.*|@\w+|(?:else|try|return|break|pass|end)[\W_]*"
)
# Declarations of styles and of a type's fields, and properties that are written out.
_TRIVIAL_IN_SCRIPTS = re.compile(
    _TRIVIAL.pattern + r"|[a-z-]+\??:\s[^\n]*;|.*\bstyled[.(].*`|@media.*|[.#&:@][\w-][^{;()]*\{|\w+,"
    r"|[\w'\"&.: -]{1,60}: ?(?:\{|'[^']*',?|\"[^\"]*\",?|-?[\d.]+,?)"
)

Fingerprint = tuple[int, int, int]


def fingerprints(source: SourceText) -> tuple[Fingerprint, ...]:
    """The marks of a source file as (hash, first line, last line), in the order of lines."""
    lines = _significant(source)
    grams = _grams([crc32(text.encode("utf-8", "surrogatepass")) for _, text in lines])
    return tuple(
        (grams[index], lines[index][0], lines[index + _GRAM - 1][0])
        for index in _winnowed(grams)
        if grams[index] != _TOO_PLAIN
    )


def _significant(source: SourceText) -> list[tuple[int, str]]:
    found = []
    trivial = _TRIVIAL_IN_SCRIPTS if source.info.language in JAVASCRIPT else _TRIVIAL
    for number, line in enumerate(code_view(source).uncommented.split("\n"), start=1):
        if line and not trivial.fullmatch(stripped := line.strip()):
            found.append((number, "".join(stripped.split())))
    return found


def _grams(lines: Sequence[int]) -> list[int]:
    """A rolling hash (Rabin and Karp) of each ``_GRAM`` lines in a row."""
    grams = []
    rolling = 0
    for index, line in enumerate(lines):
        rolling = (rolling * _BASE + line) % _PRIME
        start = index - _GRAM + 1
        if start > 0:
            rolling = (rolling - lines[start - 1] * _LEAVING) % _PRIME
        if start >= 0:
            plain = len(set(lines[start : index + 1])) < _DISTINCT_MIN
            grams.append(_TOO_PLAIN if plain else rolling)
    return grams


def _winnowed(grams: Sequence[int]) -> list[int]:
    """The indices that are kept: of each window the least, of equals the rightmost, so that windows agree."""
    if not grams:
        return []
    kept: list[int] = []
    least = -1
    for last in range(min(_WINDOW, len(grams)) - 1, len(grams)):
        first = max(0, last - _WINDOW + 1)
        if least < first:
            window = grams[first : last + 1]
            least = last - window[::-1].index(min(window))
        elif grams[last] <= grams[least]:
            least = last
        if not kept or kept[-1] != least:
            kept.append(least)
    return kept
