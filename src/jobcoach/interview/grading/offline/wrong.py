"""Which sentences of an answer are wrong, by all that the rubric knows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jobcoach.interview.grading.offline.claims import Claim
from jobcoach.interview.grading.offline.contradiction import (
    contradicts,
    may_repeat,
    names,
    recites,
    repeats,
    says_all,
)
from jobcoach.interview.grading.offline.faced import Faced
from jobcoach.interview.grading.offline.rubric_reading import Point, RubricReading
from jobcoach.interview.grading.offline.sentences import Sentence
from jobcoach.interview.grading.offline.word_order import order_of_stems


@dataclass(frozen=True, eq=False)
class Said:
    """A sentence of an answer, and what it claims; of one clause of it, how that clause was compared."""

    sentence: Sentence
    claim: Claim
    faced: Faced | None = None


# So many of the neighbours are the same where nothing but the order of words is wrong.
_SAME_ORDER = 0.5

_AtHand = tuple[Point, Claim]
"""A misconception of a point, all of whose words are somewhere in the answer."""


def wrong_ones(said: Sequence[Said], answer: Claim, rubric: RubricReading) -> list[Said]:
    """The sentences of the answer that contradict, alone or with their neighbour."""
    at_hand = [
        (point, misconception)
        for point in rubric.points
        for misconception in point.misconceptions
        if may_repeat(answer, misconception)
    ]
    wrong = [one for one in said if _is_wrong(one.claim, at_hand, rubric)]
    return [*wrong, *(one for one in _recited_in_two(said, at_hand, rubric) if one not in wrong)]


def _is_wrong(said: Claim, at_hand: Sequence[_AtHand], rubric: RubricReading) -> bool:
    if _is_recited(said, at_hand, rubric):
        return True
    # What else is wrong in a Korean sentence is looked for clause by clause (turned.py).
    if said.is_korean or any(says_all(said, truth) for truth in rubric.truths):
        return False
    if any(contradicts(said, truth, rubric.truths) for truth in rubric.deniable):
        return True
    return any(
        repeats(said, misconception, (*rubric.truths, *point.names))
        for point, misconception in at_hand
        if _says_what_is_wrong(said, misconception, point)
    )


def _is_recited(said: Claim, at_hand: Sequence[_AtHand], rubric: RubricReading) -> bool:
    return any(recites(said, misconception, rubric.truths) for _, misconception in at_hand)


def _recited_in_two(
    said: Sequence[Said], at_hand: Sequence[_AtHand], rubric: RubricReading
) -> Iterator[Said]:
    """Neighbours that are a misconception together, which neither of them is alone."""
    for one, other in pairwise(said if at_hand else ()):
        if _is_recited(Claim((*one.claim.words, *other.claim.words)), at_hand, rubric):
            yield from (one, other)


def _says_what_is_wrong(said: Claim, misconception: Claim, point: Point) -> bool:
    """Are the words there that set the misconception apart from the truth, and none of the right names?

    Where no word does ("a stack is FIFO, a queue LIFO"), their order has to.
    """
    own = [stem for stem in misconception.weights if not point.says(stem)]
    if any(not said.reading.has(stem) for stem in own):
        return False
    if not own and order_of_stems(said.content, misconception.content) < _SAME_ORDER:
        return False
    return not any(names(said, name) and not names(misconception, name) for name in point.names)
