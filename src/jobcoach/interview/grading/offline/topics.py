"""What a rubric sets against each other, and which of the two a clause speaks of.

"TCP와 UDP의 차이" names things of which each has its own properties: what is said of the one may
not be said of the other.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from jobcoach.interview.grading.offline.clauses import Clause
from jobcoach.interview.grading.offline.concepts import concepts_of
from jobcoach.interview.grading.offline.lexicon import table
from jobcoach.interview.grading.offline.noun_phrases import joins, name_after, name_before
from jobcoach.interview.grading.offline.sentences import Sentence
from jobcoach.interview.grading.offline.tokens import Token

Name = tuple[str, ...]
"""The stems of a name, in their order."""
# What is a topic so often is a subject of its own.
_OFTEN = 2
_NONE: frozenset[str] = frozenset()
_JOINING_WORDS = frozenset(table("clauses")["joining_words"].split())


@dataclass(frozen=True)
class Rivals:
    """Which stems stand against which: ``against["tcp"] == {"udp"}``.

    Those of the question (``asked``) may be named anywhere in a clause, others as its topic.
    """

    against: dict[str, frozenset[str]]
    asked: frozenset[str]

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(self.against)

    def named(self, clause: Clause) -> frozenset[str]:
        """The rivals that a clause speaks of: of two that it names the one that is its topic."""
        own = frozenset(stem for stem in self.asked if names(clause, stem))
        if clause.opens_with_topic:
            own |= frozenset(stem for stem in self.stems & frozenset(clause.topic))
        if all(self.against[stem].isdisjoint(own) for stem in own):
            return own
        topics = frozenset(stem for stem in own if any(_is_name(stem, one) for one in clause.topic))
        return topics if all(self.against[stem].isdisjoint(topics) for stem in topics) else _NONE

    def exchanged(self, said: frozenset[str], true: frozenset[str]) -> bool:
        """Does one speak of the rival of what the other speaks of, and of nothing else?"""
        if said & true:
            return False
        return any(not self.against[stem].isdisjoint(said) for stem in true)


def rivals_in(question: Sequence[Sentence], truths: Iterable[Sequence[Clause]]) -> Rivals:
    """The rivals that the question joins, and those of which one true sentence speaks in turn."""
    found: dict[str, set[str]] = {}
    for sentence in question:
        for one, other in _joined(sentence):
            _oppose(found, one, other)
    asked = frozenset(found)
    opening: Counter[Name] = Counter()
    neighbours: set[tuple[Name, Name]] = set()
    for sentence_clauses in truths:
        topics = [clause.topic for clause in sentence_clauses if clause.opens_with_topic]
        opening.update(topics)
        neighbours |= set(pairwise(topics))
    for one, other in neighbours:
        if min(opening[one], opening[other]) >= _OFTEN:
            _oppose(found, one, other)
    return Rivals({stem: frozenset(others) for stem, others in found.items()}, asked)


def names(clause: Clause, stem: str) -> bool:
    """Does the clause have this word or another name of it? "unchecked" is no name of "checked"."""
    return stem in clause.stems or not concepts_of(stem).isdisjoint(clause.reading.concepts)


def _is_name(stem: str, other: str) -> bool:
    return stem == other or not concepts_of(stem).isdisjoint(concepts_of(other))


def _oppose(found: dict[str, set[str]], one: Name, other: Name) -> None:
    """The first word that sets each name apart stands for it: "linked" for "linked list"."""
    left = next((stem for stem in one if stem not in other), None)
    right = next((stem for stem in other if stem not in one), None)
    if left and right and not _is_name(left, right):
        found.setdefault(left, set()).add(right)
        found.setdefault(right, set()).add(left)


def _joined(sentence: Sentence) -> Iterator[tuple[Name, Name]]:
    words = sentence.tokens
    for index, word in enumerate(words[:-1]):
        after = index + 1
        if word.form in _JOINING_WORDS:
            before = name_before(sentence, words[:index])
        elif joins(sentence, word):
            before = name_before(sentence, words[:after])
        else:
            continue
        yield _stems(before), _stems(name_after(sentence, words[after:]))


def _stems(words: Sequence[Token]) -> Name:
    return tuple(word.stem for word in words)
