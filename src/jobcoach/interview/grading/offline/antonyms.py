"""Words that say the opposite of each other: first and last, ordered and unordered, 필요 and 불필요."""

from collections import defaultdict
from functools import cache, lru_cache

from jobcoach.interview.grading.offline.hangul import is_hangul, uninflected
from jobcoach.interview.grading.offline.lexicon import table
from jobcoach.interview.grading.offline.stem import root
from jobcoach.interview.grading.offline.tokens import tokens

_PREFIXES = ("un", "in", "im", "ir", "non", "dis", "de", "a", "불", "비", "무", "미")
_SHORTEST_BASE = 2


@lru_cache(maxsize=1 << 16)
def are_antonyms(one: str, other: str) -> bool:
    """Is one stem the opposite of the other?"""
    if other in _table().get(one, ()) or root(other) in _table().get(root(one), ()):
        return True
    short, long = sorted((one, other), key=len)
    return _is_long(short) and any(long == prefix + short for prefix in _PREFIXES)


@lru_cache(maxsize=1 << 16)
def are_opposite(one: str, other: str) -> bool:
    """``are_antonyms``, whatever Korean inflection has left at the stems' ends: 느려지 and 빨라."""
    if are_antonyms(one, other):
        return True
    return any(right in _table().get(left, ()) for left in _bases(one) for right in _bases(other))


@lru_cache(maxsize=1 << 14)
def _bases(stem: str) -> tuple[str, ...]:
    """The words of the table that a Hangul stem may be a form of."""
    if not is_hangul(stem[0]):
        return (stem,)
    ends = (stem[:end] for end in range(_SHORTEST_BASE, len(stem)))
    return (stem, uninflected(stem), *(base for base in ends if base in _table()))


def _is_long(stem: str) -> bool:
    return len(stem) >= (4 if stem.isascii() else 2)


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for sides in table("antonyms")["pairs"]:
        left, right = ({form for word in side.split() for form in _forms(word)} for side in sides)
        for one, others in ((left, right), (right, left)):
            for form in one:
                found[form] |= others
    return {form: frozenset(others) for form, others in found.items()}


def _forms(word: str) -> set[str]:
    stems = {token.stem for token in tokens(word)}
    return stems | {root(stem) for stem in stems}
