"""Words that say the opposite of each other: first and last, ordered and unordered, 필요 and 불필요."""

from collections import defaultdict
from functools import cache, lru_cache

from jobcoach.interview.grading.offline.lexicon import table
from jobcoach.interview.grading.offline.tokens import tokens

_PREFIXES = ("un", "in", "im", "ir", "non", "dis", "de", "a", "불", "비", "무", "미")


@lru_cache(maxsize=1 << 16)
def are_antonyms(one: str, other: str) -> bool:
    """Is one stem the opposite of the other?"""
    if other in _table().get(one, ()):
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= 2 and any(long == prefix + short for prefix in _PREFIXES) and _is_long(short)


def opposites_of(stem: str) -> frozenset[str]:
    """The stems that the table holds as opposites of this one."""
    return _table().get(stem, frozenset())


def _is_long(stem: str) -> bool:
    return not stem.isascii() or len(stem) >= 4


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for sides in table("antonyms")["pairs"]:
        left, right = ({tokens(word)[0].stem for word in side.split()} for side in sides)
        for stem in left:
            found[stem] |= right
        for stem in right:
            found[stem] |= left
    return {stem: frozenset(others - {stem}) for stem, others in found.items()}
