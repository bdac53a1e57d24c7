"""Sentences that say the opposite of what is right.

Being unlike the reference proves nothing. A sentence contradicts when it is
nearly the same as a true one but for a denial or an opposite, or when it is
closer to a known misconception than to anything true.
"""

from collections.abc import Iterable, Sequence

from jobcoach.interview.grading.offline.claims import (
    Claim,
    are_far_apart,
    denials_differ,
    denies_part,
    one_denies,
    opposites,
    overlap,
    recalls,
)
from jobcoach.interview.grading.offline.word_order import order_of

# So much of the one must be in the other, and the other way round, to be nearly the same.
_NEAR_RECALL, _NEAR_PRECISION = 0.75, 0.7
# Nearly word for word: a single opposite cannot be the other half of the same truth.
_VERBATIM = 0.9
_MISCONCEPTION_RECALL, _MISCONCEPTION_PRECISION = 0.85, 0.55
_CLOSER_BY = 0.04
# So near to a true sentence, nothing else about it counts; below that recall no precision makes up for it.
_BEYOND_DOUBT = 0.97
_BEYOND_DOUBT_RECALL = 0.94
_NAMED = 0.95
_FEW_WORDS = 3
_SAME_MATTER = 0.5


def contradicts(said: Claim, true: Claim, others: Sequence[Claim] = ()) -> bool:
    """Is ``said`` nearly the same as ``true`` but for a denial or an opposite?

    Not if it agrees at least as well with one of the ``others``, or if true claims say both sides
    ("black absorbs heat, white reflects it"). A denied opposite ("not slower") is no contradiction.
    """
    if denies_part(said, true):
        part = overlap(said, true).f1
        return not any(_denies_the_same(said, other) or agreement(said, other) >= part for other in others)
    if are_far_apart(true, said):
        return False
    swapped = opposites(said, true)
    denied = denials_differ(said, true)
    if not swapped and not denied:
        return False
    common = overlap(said, true, swapped)
    if common.recall < _NEAR_RECALL or common.precision < _NEAR_PRECISION:
        return False
    reversals = sum((old in true.denied) == (new in said.denied) for old, new in swapped.items())
    if min(common.recall, common.precision) >= _VERBATIM and _is_long_or_alone(true, others):
        is_reversed = (reversals > 0) != denied
    else:
        # Keeping all denials of the truth and adding one to them denies the rest of it.
        denied = denied and (one_denies(said, true) or true.denied < said.denied)
        both_sides = any(new in truth.stems for truth in (true, *others) for new in swapped.values())
        is_reversed = (reversals + denied) % 2 == 1 and not both_sides
    return is_reversed and not any(agreement(said, other) >= common.f1 for other in others)


def _denies_the_same(said: Claim, other: Claim) -> bool:
    """Do they deny the same word, and is enough of ``said`` in the other for it to be the same matter?"""
    return bool(said.denied & other.denied) and overlap(said, other).precision >= _SAME_MATTER


def _is_long_or_alone(true: Claim, others: Sequence[Claim]) -> bool:
    """Are there words enough that having them all is no chance?"""
    return len(true.weights) > _FEW_WORDS or all(other is true for other in others)


def may_repeat(said: Claim, misconception: Claim) -> bool:
    """Are the words of the misconception there? A whole answer without them repeats it nowhere."""
    return recalls(said, misconception, _MISCONCEPTION_RECALL)


def repeats(said: Claim, misconception: Claim, truths: Iterable[Claim]) -> bool:
    """Does ``said`` state the misconception rather than any of the truths?"""
    if not may_repeat(said, misconception):
        return False
    if one_denies(said, misconception) or denials_differ(said, misconception):
        return False
    if opposites(said, misconception):
        return False
    common = overlap(said, misconception)
    if common.recall < _MISCONCEPTION_RECALL or common.precision < _MISCONCEPTION_PRECISION:
        return False
    return all(agreement(said, truth) < common.f1 - _CLOSER_BY for truth in truths)


def recites(said: Claim, misconception: Claim, truths: Iterable[Claim]) -> bool:
    """Is ``said`` the misconception word for word?

    "let is scoped to functions, var to blocks" has all the words of its reverse: the order tells.
    """
    if are_far_apart(misconception, said) or not recalls(said, misconception, _VERBATIM):
        return False
    if overlap(said, misconception).precision < _VERBATIM or denials_differ(said, misconception):
        return False
    order = order_of(said.words, misconception.words)
    return all(order_of(said.words, truth.words) < order for truth in truths)


def agreement(said: Claim, truth: Claim) -> float:
    """How nearly the claims say the same, 0 to 1; 0 if one reverses the other."""
    if are_far_apart(truth, said) or denials_differ(said, truth) or opposites(said, truth):
        return 0.0
    return overlap(said, truth).f1


def says_all(said: Claim, truth: Claim) -> bool:
    """Do the claims agree so well that nothing else about ``said`` counts?"""
    return recalls(said, truth, _BEYOND_DOUBT_RECALL) and agreement(said, truth) >= _BEYOND_DOUBT


def names(said: Claim, alias: Claim) -> bool:
    """Does ``said`` hold all of the alias, in the same sense?"""
    return overlap(said, alias).recall >= _NAMED and not denials_differ(said, alias)
