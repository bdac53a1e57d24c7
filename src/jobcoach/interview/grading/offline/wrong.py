"""Which sentences of an answer are wrong, by all that the rubric knows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jobcoach.interview.grading.offline.claims import Claim
from jobcoach.interview.grading.offline.contradiction import (
    agreement,
    contradicts,
    names,
    recites,
    repeats,
)
from jobcoach.interview.grading.offline.rubric_reading import Point, RubricReading
from jobcoach.interview.grading.offline.sentences import Sentence

# So near to a true sentence, nothing else about it counts.
_BEYOND_DOUBT = 0.97


@dataclass(frozen=True, eq=False)
class Said:
    """A sentence of an answer, and what it claims."""

    sentence: Sentence
    claim: Claim


def wrong_ones(said: Sequence[Said], rubric: RubricReading) -> list[Said]:
    """The sentences that contradict, alone or with their neighbour."""
    wrong = [one for one in said if _is_wrong(one.claim, rubric)]
    return [*wrong, *(one for one in _recited_in_two(said, rubric) if one not in wrong)]


def _is_wrong(said: Claim, rubric: RubricReading) -> bool:
    if _is_recited(said, rubric):
        return True
    if any(agreement(said, truth) >= _BEYOND_DOUBT for truth in rubric.truths):
        return False
    if any(contradicts(said, truth, rubric.truths) for truth in rubric.deniable):
        return True
    return any(
        repeats(said, misconception, (*rubric.truths, *point.names))
        for point in rubric.points
        for misconception in point.misconceptions
        if _says_what_is_wrong(said, misconception, point)
    )


def _is_recited(said: Claim, rubric: RubricReading) -> bool:
    return any(recites(said, text, rubric.truths) for point in rubric.points for text in point.misconceptions)


def _recited_in_two(said: Sequence[Said], rubric: RubricReading) -> Iterator[Said]:
    """Neighbours that are a misconception together, which neither of them is alone."""
    for one, other in pairwise(said):
        if _is_recited(Claim((*one.claim.words, *other.claim.words)), rubric):
            yield from (one, other)


def _says_what_is_wrong(said: Claim, misconception: Claim, point: Point) -> bool:
    """Are the words there that set the misconception apart from the truth, and none of the right names?"""
    if any(not said.reading.has(stem) for stem in misconception.weights if not point.says(stem)):
        return False
    return not any(names(said, name) and not names(misconception, name) for name in point.names)
