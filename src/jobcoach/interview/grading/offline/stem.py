"""English stems: ``stem`` undoes inflection, ``root`` also derivation.

A light stemmer of our own: Porter's joins "operate" with "opera" and "general"
with "generate", which is worse for a grade than a missed ending.
"""

from functools import lru_cache

from jobcoach.interview.grading.offline.lexicon import IRREGULAR_FORMS

_VOWELS = frozenset("aeiouy")
_UNDOUBLED = frozenset("bdgmnprt")
_SHORTEST_ROOT = 4
_DERIVATIONS = (
    *("izational", "izations", "ization", "isation", "ational", "ability", "ibility", "ifying", "ification"),
    *("ations", "ation", "itions", "ition", "tional", "ively", "ially", "fully", "ments", "ment", "ness"),
    *("ables", "able", "ible", "ance", "ence", "ancy", "ency", "ator", "ating", "ated", "ates", "ate"),
    *("izing", "izer", "ized", "izes", "ize", "ise", "ising", "ised", "ious", "ions", "ion", "ities", "ity"),
    *("ive", "ical", "ally", "ial", "ual", "ary", "ory", "ful", "less", "ers", "er", "ors", "or", "al", "ic"),
    *("ant", "ent", "ist", "ism", "ify", "ly", "y", "e", "i"),
)


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """The stem of a lower-case English word: arrays -> array, copied -> copi, storing -> stor."""
    if word in IRREGULAR_FORMS:
        word = IRREGULAR_FORMS[word]
    if len(word) <= 3 or not word.isascii():
        return word
    word = _without_plural(word)
    for ending in ("ing", "ed"):
        if word.endswith(ending) and _has_vowel(word[: -len(ending)]):
            word = _undoubled(word[: -len(ending)])
            break
    if word.endswith("ly") and len(word) > 5:
        word = word[:-2]
    if word.endswith("e") and len(word) > 3:
        return word[:-1]
    if word.endswith("y") and len(word) > 3 and word[-2] not in _VOWELS:
        return word[:-1] + "i"
    return word


@lru_cache(maxsize=1 << 15)
def root(stemmed: str) -> str:
    """What is left of a stem without derivation: recursive, recursion -> recurs."""
    if len(stemmed) <= _SHORTEST_ROOT or not stemmed.isascii():
        return stemmed
    for ending in _DERIVATIONS:
        if stemmed.endswith(ending) and len(stemmed) - len(ending) >= _SHORTEST_ROOT:
            return _softened(_undoubled(stemmed[: -len(ending)]))
    return _softened(stemmed)


def _softened(word: str) -> str:
    return word[:-1] + "t" if word.endswith("s") and len(word) > 5 and not word.endswith("ss") else word


def _without_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _undoubled(word: str) -> str:
    if len(word) > 3 and word[-1] == word[-2] and word[-1] in _UNDOUBLED:
        return word[:-1]
    return word


def _has_vowel(word: str) -> bool:
    return len(word) >= 2 and any(char in _VOWELS for char in word)
