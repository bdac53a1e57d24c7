"""A sentence as a claim: what it says of which words, and how two claims lie to each other."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from jobcoach.interview.grading.offline.antonyms import are_antonyms
from jobcoach.interview.grading.offline.likeness import DERIVED, likeness
from jobcoach.interview.grading.offline.polarity import IDLE, denied_stems, is_negator
from jobcoach.interview.grading.offline.reading import Reading
from jobcoach.interview.grading.offline.tokens import Token

# Claims that share less than this of their words, spelt the same, are not worth a closer look.
_FAR_APART = 0.35
_NEAR = 2
_FEW_WORDS = 2
_NONE: frozenset[str] = frozenset()


class Claim:
    """A sentence that somebody says, or that is known to be true or false."""

    def __init__(self, words: Sequence[Token], within: Reading | None = None) -> None:
        self.words = tuple(words)
        self.reading = Reading(self.words, within)

    @cached_property
    def denied(self) -> frozenset[str]:
        return denied_stems(self.words)

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(word.stem for word in self.words)

    @cached_property
    def weights(self) -> dict[str, float]:
        """The stems that say something, but for "true" and "case" of "it is not true that"."""
        return {stem: weight for stem, weight in self.reading.weights.items() if stem not in IDLE}

    @cached_property
    def total(self) -> float:
        return sum(self.weights.values())

    @cached_property
    def counts(self) -> Counter[str]:
        return Counter(word.stem for word in self.words if not is_negator(word))

    def neighbours(self, stem: str) -> set[str]:
        """The words that say something at most two places from the stem."""
        return {
            self.words[at].stem
            for index, word in enumerate(self.words)
            if word.stem == stem
            for at in range(max(0, index - _NEAR), min(len(self.words), index + _NEAR + 1))
            if self.words[at].is_content and at != index
        }


@dataclass(frozen=True, slots=True)
class Overlap:
    """The shares of the known claim in what is said, and of what is said in the known claim."""

    recall: float
    precision: float

    @property
    def f1(self) -> float:
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0


def are_far_apart(one: Claim, other: Claim) -> bool:
    """Is a closer look not worth its time?"""
    return sum(one.weights[stem] for stem in one.weights.keys() & other.stems) < _FAR_APART * one.total


def overlap(said: Claim, known: Claim, swapped: dict[str, str] | None = None) -> Overlap:
    """How much the claims have in common; opposites (known -> said) count as common."""
    swapped = swapped or {}
    return Overlap(
        _share(known, said.reading, frozenset(swapped)),
        _share(said, known.reading, frozenset(swapped.values())),
    )


def recall(said: Claim, known: Claim) -> float:
    """The recall of ``overlap``, where it alone decides."""
    return _share(known, said.reading, _NONE)


def opposites(said: Claim, known: Claim) -> dict[str, str]:
    """Words that ``known`` has more often, each with its opposite that ``said`` has in their place."""
    missing, extra = known.counts - said.counts, said.counts - known.counts
    if not missing or not extra:
        return {}
    return {
        old: new
        for old in missing
        for new in extra
        if are_antonyms(old, new)
        and not _has_another_word(old, extra)
        and not _has_another_word(new, missing)
        and _stand_alike(known, old, said, new)
    }


def _has_another_word(stem: str, stems: Iterable[str]) -> bool:
    return any(likeness(stem, other) >= DERIVED for other in stems)


def _stand_alike(known: Claim, old: str, said: Claim, new: str) -> bool:
    """Do the two words have a neighbour in common? In a claim of a word or two any place is the same."""
    if min(len(known.weights), len(said.weights)) <= _FEW_WORDS:
        return True
    return bool(known.neighbours(old) & said.neighbours(new))


def denials_differ(said: Claim, known: Claim) -> bool:
    """Is a word that both have denied in one of them only?"""
    return _denies_more(said, known) or _denies_more(known, said)


def one_denies(said: Claim, known: Claim) -> bool:
    """Does one of them deny something, whatever it is, and the other nothing?"""
    return bool(said.denied) != bool(known.denied)


def _denies_more(one: Claim, other: Claim) -> bool:
    return any(
        stem in one.stems
        and (stem in other.stems or other.reading.has(stem) >= DERIVED)
        and not any(likeness(stem, denied) >= DERIVED for denied in other.denied)
        for stem in one.denied
    )


def _share(of: Claim, within: Reading, excused: frozenset[str]) -> float:
    if not of.total:
        return 0.0
    has = within.has
    return sum([w * (1.0 if stem in excused else has(stem)) for stem, w in of.weights.items()]) / of.total
