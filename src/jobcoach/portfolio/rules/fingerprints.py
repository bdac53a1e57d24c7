"""Marks by which copied blocks are found across files: winnowing over normalised lines.

Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document
Fingerprinting" (SIGMOD 2003). A gram is ``_GRAM`` significant lines in a row; of each
``_WINDOW`` neighbouring grams the one with the least hash is kept. Two files
that share ``_GRAM + _WINDOW - 1`` = 17 significant lines share a mark for certain.
"""

import hashlib
import re
from collections.abc import Sequence

from jobcoach.portfolio.inventory.file_info import SourceText
from jobcoach.portfolio.rules.code_view import code_view

_GRAM = 10
_WINDOW = 8
_DISTINCT_MIN = 7
_SPACE = re.compile(r"\s+")
# Lines that all files of a kind have in common say nothing of copying.
_TRIVIAL = re.compile(
    r"[\W_]*|import\b.*|from\b.*\bimport\b.*|package\b.*|using\b.*|#include.*|@\w+|(?:else|try|return|break|pass|end)[\W_]*"
)

Fingerprint = tuple[int, int, int]


def fingerprints(source: SourceText) -> tuple[Fingerprint, ...]:
    """The marks of a source file as (hash, first line, last line), in the order of lines."""
    lines = _significant(source)
    grams = [_gram(lines[start : start + _GRAM]) for start in range(len(lines) - _GRAM + 1)]
    return tuple(gram for gram in _winnowed(grams) if gram[0])


def _significant(source: SourceText) -> list[tuple[int, str]]:
    found = []
    for number, line in enumerate(code_view(source).uncommented.split("\n"), start=1):
        if line and not _TRIVIAL.fullmatch(stripped := line.strip()):
            found.append((number, _SPACE.sub("", stripped)))
    return found


def _gram(lines: Sequence[tuple[int, str]]) -> Fingerprint:
    texts = [text for _, text in lines]
    if len(set(texts)) < _DISTINCT_MIN:
        return 0, lines[0][0], lines[-1][0]
    digest = hashlib.blake2b("\n".join(texts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1, lines[0][0], lines[-1][0]


def _winnowed(grams: Sequence[Fingerprint]) -> list[Fingerprint]:
    kept: list[int] = []
    for start in range(max(len(grams) - _WINDOW + 1, min(len(grams), 1))):
        window = range(start, min(start + _WINDOW, len(grams)))
        # The rightmost of equals, so that neighbouring windows agree.
        least = min(window, key=lambda index: (grams[index][0], -index))
        if not kept or kept[-1] != least:
            kept.append(least)
    return [grams[index] for index in kept]
