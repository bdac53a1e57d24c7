"""Sentences that say the opposite of what is right.

Being unlike the reference proves nothing. A sentence contradicts when it is
nearly the same as a true one but for a denial or an opposite, or when it is
closer to a known misconception than to anything true.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jobcoach.interview.grading.offline.antonyms import are_antonyms
from jobcoach.interview.grading.offline.polarity import denied_stems, is_negator
from jobcoach.interview.grading.offline.reading import Reading
from jobcoach.interview.grading.offline.tokens import Token

# So much of the one must be in the other, and the other way round, to be nearly the same.
_NEAR_RECALL, _NEAR_PRECISION = 0.75, 0.7
_MISCONCEPTION_RECALL = 0.7
_CLOSER_BY = 0.04


class Claim:
    """A sentence that is known to be true, or known to be a misconception."""

    def __init__(self, words: Sequence[Token]) -> None:
        self.words = tuple(words)
        self.reading = Reading(self.words)
        self.denied = denied_stems(words)
        self.stems = frozenset(word.stem for word in words)


@dataclass(frozen=True)
class _Overlap:
    recall: float
    precision: float

    @property
    def f1(self) -> float:
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0


def contradicts(said: Claim, true: Claim, others: Iterable[Claim] = ()) -> bool:
    """Is ``said`` nearly the same as ``true`` but for a denial or an opposite?

    Not if it agrees at least as well with one of the ``others``, or if they say both sides
    ("black absorbs heat, white reflects it"). A denied opposite ("not slower") is no contradiction.
    """
    swapped = _opposites(said, true)
    reversed_ = any((old in true.denied) == (new in said.denied) for old, new in swapped.items())
    if reversed_ == _denials_differ(said, true):
        return False
    overlap = _overlap(said, true, swapped)
    if overlap.recall < _NEAR_RECALL or overlap.precision < _NEAR_PRECISION:
        return False
    return not any(_both_sides(other, swapped) or _agreement(said, other) >= overlap.f1 for other in others)


def _both_sides(truth: Claim, swapped: dict[str, str]) -> bool:
    return any(new in truth.stems for new in swapped.values())


def repeats(said: Claim, misconception: Claim, truths: Iterable[Claim]) -> bool:
    """Does ``said`` state the misconception rather than any of the truths?"""
    overlap = _overlap(said, misconception, {})
    if overlap.recall < _MISCONCEPTION_RECALL or _denials_differ(said, misconception):
        return False
    if _opposites(said, misconception):
        return False
    nearest = max((_agreement(said, truth) for truth in truths), default=0.0)
    return overlap.f1 > nearest + _CLOSER_BY


def _agreement(said: Claim, truth: Claim) -> float:
    if _denials_differ(said, truth) or _opposites(said, truth):
        return 0.0
    return _overlap(said, truth, {}).f1


def _overlap(said: Claim, known: Claim, swapped: dict[str, str]) -> _Overlap:
    recall = _share(known.reading, said.reading, swapped)
    precision = _share(said.reading, known.reading, {new: old for old, new in swapped.items()})
    return _Overlap(recall, precision)


def _share(of: Reading, within: Reading, excused: dict[str, str]) -> float:
    weights = of.weights
    total = sum(weights.values())
    if not total:
        return 0.0
    return sum(w * (1.0 if stem in excused else within.has(stem)) for stem, w in weights.items()) / total


def _opposites(said: Claim, true: Claim) -> dict[str, str]:
    """Words of ``true`` that ``said`` has only the opposite of."""
    missing = _lacking(true, said)
    if not missing:
        return {}
    extra = _lacking(said, true)
    return {old: new for old in missing for new in extra if are_antonyms(old, new)}


def _lacking(of: Claim, within: Claim) -> list[str]:
    return [
        word.stem
        for word in of.words
        if word.stem not in within.stems
        and not is_negator(word)
        and not (word.is_content and within.reading.has(word.stem))
    ]


def _denials_differ(said: Claim, known: Claim) -> bool:
    differing = (said.denied - known.denied) | (known.denied - said.denied)
    return any(stem in said.stems and known.reading.has(stem) > 0 for stem in differing) or any(
        stem in known.stems and said.reading.has(stem) > 0 for stem in differing
    )
