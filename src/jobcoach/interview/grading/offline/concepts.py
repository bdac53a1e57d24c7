"""What has several names: LIFO and "last in, first out", 스레드 and thread.

``data/synonyms.toml`` lists groups of names; each group is a concept. A word may
belong to several, a name may have several words.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from jobcoach.interview.grading.offline.lexicon import table
from jobcoach.interview.grading.offline.tokens import Token, tokens

Concept = int
_NONE: frozenset[Concept] = frozenset()


def concepts_of(stem: str) -> frozenset[Concept]:
    """The concepts that this one stem names."""
    return _tables()[0].get(stem, _NONE)


def phrases_in(words: Sequence[Token]) -> list[tuple[int, int, Concept]]:
    """The names of several words: first token, one past the last, concept."""
    phrases = _tables()[1]
    found = []
    for index, word in enumerate(words):
        for stems, concept in phrases.get(word.stem, ()):
            end = index + len(stems)
            if end <= len(words) and all(
                words[index + offset].stem == stem for offset, stem in enumerate(stems)
            ):
                found.append((index, end, concept))
    return found


@cache
def _tables() -> tuple[Mapping[str, frozenset[Concept]], Mapping[str, list[tuple[tuple[str, ...], Concept]]]]:
    single: dict[str, set[Concept]] = defaultdict(set)
    phrases: dict[str, list[tuple[tuple[str, ...], Concept]]] = defaultdict(list)
    groups = [group for part in table("synonyms").values() for group in part]
    for concept, group in enumerate(groups):
        for name in group:
            stems = _stems(name)
            if len(stems) == 1:
                single[stems[0]].add(concept)
            elif stems:
                phrases[stems[0]].append((stems, concept))
    return {stem: frozenset(found) for stem, found in single.items()}, dict(phrases)


@lru_cache(maxsize=4096)
def _stems(name: str) -> tuple[str, ...]:
    return tuple(word.stem for word in tokens(name))
