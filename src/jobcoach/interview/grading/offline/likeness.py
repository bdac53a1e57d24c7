"""How much one stem says the same as another, 0 to 1."""

from functools import lru_cache

from jobcoach.interview.grading.offline.concepts import concepts_of
from jobcoach.interview.grading.offline.hangul import is_hangul, uninflected
from jobcoach.interview.grading.offline.stem import root

SAME = 1.0
SYNONYM = 0.85
DERIVED = 0.85
_CONTAINED = 0.85
_LEAST_ALIKE = 0.6
_SHORTEST_MISSPELT = 5
_SHORTEST_HANGUL = 3


@lru_cache(maxsize=1 << 17)
def likeness(one: str, other: str) -> float:
    """1 for the same stem, less for a synonym, a derivation, a compound, a misspelling."""
    if one == other:
        return SAME
    if concepts_of(one) & concepts_of(other):
        return SYNONYM
    if is_hangul(one[0]):
        return _hangul_likeness(one, other) if is_hangul(other[0]) else 0.0
    if not (one.isalpha() and other.isalpha()):
        return 0.0
    if root(one) == root(other):
        return DERIVED
    if min(len(one), len(other)) < _SHORTEST_MISSPELT:
        return 0.0
    return _at_least(_dice(_trigrams(one), _trigrams(other)))


def _hangul_likeness(one: str, other: str) -> float:
    if uninflected(one) == uninflected(other):
        return DERIVED
    short, long = sorted((one, other), key=len)
    if len(short) >= 2 and short in long:
        return _CONTAINED
    if len(short) < _SHORTEST_HANGUL:
        return 0.0
    return _at_least(_dice(_bigrams(one), _bigrams(other)))


def _at_least(value: float) -> float:
    return value * DERIVED if value >= _LEAST_ALIKE else 0.0


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


@lru_cache(maxsize=1 << 15)
def _trigrams(word: str) -> frozenset[str]:
    padded = f"^{word}$"
    return frozenset(padded[i : i + 3] for i in range(len(padded) - 2))


@lru_cache(maxsize=1 << 15)
def _bigrams(word: str) -> frozenset[str]:
    return frozenset(word[i : i + 2] for i in range(len(word) - 1))
