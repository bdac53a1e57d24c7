"""A sentence as a claim: what it says of which words, and how two claims lie to each other."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from jobcoach.interview.grading.offline.antonyms import are_antonyms
from jobcoach.interview.grading.offline.hangul import is_hangul
from jobcoach.interview.grading.offline.likeness import DERIVED, likeness
from jobcoach.interview.grading.offline.polarity import (
    HALF_DENIALS,
    IDLE,
    QUALIFIERS,
    denied_stems,
    is_negator,
    phrase_stems,
)
from jobcoach.interview.grading.offline.reading import Reading
from jobcoach.interview.grading.offline.tokens import Token

# Claims that share less than this of their words, spelt the same, are not worth a closer look.
_FAR_APART = 0.35
_NEAR = 2
_FEW_WORDS = 2
# A denial of a part: so much of it is of the claim or its question, and so much of the claim it touches.
_PART, _PART_OF_KNOWN = 0.85, 0.15
_NONE: frozenset[str] = frozenset()
_ROUNDING = 1e-9
# "unchanged" is "not changed", not the opposite of it.
_DENYING_PREFIXES = ("un", "im", "in", "non")


class Claim:
    """A sentence that somebody says, or that is known to be true or false.

    ``asked`` is the question that a known one answers: what people repeat of it is nothing foreign.
    """

    def __init__(
        self, words: Sequence[Token], within: Reading | None = None, asked: Reading | None = None
    ) -> None:
        self.words = tuple(words)
        self.reading = Reading(self.words, within)
        self.asked = asked

    @cached_property
    def denied(self) -> frozenset[str]:
        return denied_stems(self.words)

    @cached_property
    def is_korean(self) -> bool:
        """Is a word of it Korean? Its clauses are then compared one by one."""
        return any(is_hangul(word.form[0]) for word in self.words)

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(word.stem for word in self.words)

    @cached_property
    def weights(self) -> dict[str, float]:
        """The stems that say something, but for "true" and "case" of "it is not true that"."""
        idle = IDLE | phrase_stems(self.words)
        return {stem: weight for stem, weight in self.reading.weights.items() if stem not in idle}

    @cached_property
    def weightiest(self) -> list[tuple[str, float]]:
        """The stems with their weights, the weightiest first."""
        return sorted(self.weights.items(), key=lambda pair: -pair[1])

    @cached_property
    def numbers(self) -> frozenset[str]:
        return frozenset(stem for stem in self.stems if stem.isdigit())

    @cached_property
    def forms(self) -> frozenset[str]:
        return frozenset(word.form for word in self.words)

    @cached_property
    def half_denies(self) -> frozenset[str]:
        """ "avoid" of "avoids copies", "hard" of "hard to see": what a plain "no" may mean as well."""
        return HALF_DENIALS & (self.stems | self.forms)

    @cached_property
    def total(self) -> float:
        return sum(self.weights.values())

    @cached_property
    def unasked_total(self) -> float:
        """The weight of what the question does not say already."""
        asked = self.asked
        return sum(w for stem, w in self.weights.items() if asked is None or asked.has(stem) < DERIVED)

    @cached_property
    def content(self) -> tuple[Token, ...]:
        """The words that say something, in their order."""
        return tuple(word for word in self.words if word.stem in self.weights)

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
    """Is a closer look not worth its time? Of a word or two, the other may have but the opposites."""
    if len(one.weights) <= _FEW_WORDS:
        return False
    return sum(one.weights[stem] for stem in one.weights.keys() & other.stems) < _FAR_APART * one.total


def overlap(said: Claim, known: Claim, swapped: dict[str, str] | None = None) -> Overlap:
    """How much the claims have in common; opposites (known -> said) count as common."""
    swapped = swapped or {}
    return Overlap(
        _share(known, said.reading, frozenset(swapped)),
        _share(said, known.reading, frozenset(swapped.values())),
    )


def recalls(said: Claim, known: Claim, least: float) -> bool:
    """Is the recall of ``overlap`` at least so much? The first missing words mostly tell that it is not."""
    spare = (1 - least) * known.total + _ROUNDING
    has = said.reading.has
    for stem, weight in known.weightiest:
        spare -= weight * (1.0 - has(stem))
        if spare < 0:
            return False
    return _share(known, said.reading, _NONE) >= least


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


def denies_part(said: Claim, known: Claim) -> bool:
    """Does ``said`` deny something of a claim that denies nothing, without adding to it?

    "None of the operations takes constant time" need not repeat all that is known of the operations.
    """
    if not said.denied or known.denied or _says_too_little(said, known):
        return False
    if (QUALIFIERS & said.forms) or (known.half_denies - said.half_denies) or not denials_differ(said, known):
        return False
    familiar = there = 0.0
    for stem, weight in said.weights.items():
        asked = known.asked.has(stem) if known.asked else 0.0
        in_known = known.reading.has(stem)
        familiar += weight * max(in_known, asked)
        there += weight * in_known if asked < DERIVED else 0.0
    return familiar >= _PART * said.total and there > 0 and there >= _PART_OF_KNOWN * known.unasked_total


def _says_too_little(said: Claim, known: Claim) -> bool:
    return not said.total or (len(said.weights) < _FEW_WORDS < len(known.weights))


def one_denies(said: Claim, known: Claim) -> bool:
    """Does one of them deny something, whatever it is, and the other nothing?"""
    return bool(said.denied) != bool(known.denied)


def _is_asked(stem: str, known: Claim) -> bool:
    """ "It does not return the address": what a reference leaves to its question can be denied, too."""
    if known.asked is None or known.denied:
        return False
    return stem in known.asked.weights and stem not in denied_stems(known.asked.words)


def _denies_more(one: Claim, other: Claim) -> bool:
    return any(
        not (stem.isdigit() and one.numbers - other.numbers)
        and not any(prefix + stem in other.stems for prefix in _DENYING_PREFIXES)
        and (stem in other.stems or other.reading.has(stem) >= DERIVED or _is_asked(stem, other))
        and not any(likeness(stem, denied) >= DERIVED for denied in other.denied)
        for stem in one.denied
    )


def _share(of: Claim, within: Reading, excused: frozenset[str]) -> float:
    if not of.total:
        return 0.0
    has = within.has
    return sum([w * (1.0 if stem in excused else has(stem)) for stem, w in of.weights.items()]) / of.total
