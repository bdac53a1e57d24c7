"""Sentences that only name things: "락, 뮤텍스, 경쟁 상태" states nothing about any of them."""

from collections.abc import Iterator, Sequence

from jobcoach.interview.grading.offline.clauses import ends_predicate
from jobcoach.interview.grading.offline.hangul import is_hangul
from jobcoach.interview.grading.offline.lexicon import table
from jobcoach.interview.grading.offline.noun_phrases import marks_role, suffixed
from jobcoach.interview.grading.offline.sentences import Sentence
from jobcoach.interview.grading.offline.tokens import Token

_WORDS = table("clauses")
_PREDICATES = frozenset(_WORDS["english"]["predicates"].split())
_LISTING = frozenset(_WORDS["listing_words"].split())
_SEPARATORS = frozenset(_WORDS["separators"])
_RELATING = tuple(_WORDS["relating"].split())
# So many items, so few of which state something, are a list: some names are phrases with a verb.
_MANY, _STATED_SHARE = 5, 0.6
_RELATED = 2


def only_names(sentence: Sentence, names: Sequence[frozenset[str]]) -> bool:
    """Does the sentence list names and state nothing, or is it no more than one of ``names`` (as stems)?"""
    if any(mark in sentence.text for mark in _RELATING):
        return False
    items = list(_items(sentence))
    if not any(is_hangul(word.form[0]) for word in sentence.tokens):
        return all(_is_named(_stems(item), names) for item in items)
    states = [_states(sentence, item) for item in items]
    # Of a sentence with a list in it the first item or the last holds the predicate.
    is_sentence = states[0] or states[-1]
    return not any(states) or (
        len(items) >= _MANY and sum(states) <= _STATED_SHARE * len(items) and not is_sentence
    )


def _is_named(stems: frozenset[str], names: Sequence[frozenset[str]]) -> bool:
    return any(stems <= name for name in names)


def _stems(item: Sequence[Token]) -> frozenset[str]:
    return frozenset(word.stem for word in item if word.is_content)


def _items(sentence: Sentence) -> Iterator[Sequence[Token]]:
    item: list[Token] = []
    last = sentence.start
    for word in sentence.tokens:
        gap = sentence.text[last - sentence.start : word.start - sentence.start]
        is_listing = word.form in _LISTING
        if item and (is_listing or not _SEPARATORS.isdisjoint(gap)):
            yield item
            item = []
        if not is_listing:
            item.append(word)
        last = word.end
    if item:
        yield item


def _states(sentence: Sentence, item: Sequence[Token]) -> bool:
    if sum(word.is_content for word in item) < _RELATED:
        return any(word.form in _PREDICATES for word in item[1:])
    if any(word.form in _PREDICATES for word in item):
        return True
    forms = [suffixed(sentence, word) for word in item]
    has_role = any(marks_role(form) for form in forms)
    return has_role or any(ends_predicate(form) for form in forms)
