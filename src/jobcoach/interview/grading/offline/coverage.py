"""How much of what should be said an answer says, as one figure from 0 to 1.

Four shares go into it, each known from the literature on short answers
(Mohler 2011, Sultan 2016, Heilman and Madnani 2013): the rare words of the target that the answer has
("recall", words of the question demoted), its character n-grams, the share of the answer's own
new words that the target has ("precision"), and whether the answer is long enough to say it all.
"""

from dataclasses import dataclass
from functools import cached_property
from math import sqrt

from jobcoach.interview.grading.offline.likeness import SYNONYM
from jobcoach.interview.grading.offline.reading import Reading

# A word that the question brought is worth little in the answer.
DEMOTED = 0.3
_RECALL, _GRAMS, _PRECISION, _LENGTH = 1.0, 0.5, 0.2, 0.2
_TOTAL = _RECALL + _GRAMS + _PRECISION + _LENGTH
_MAX_GRAMS = 4000


class Target:
    """What should be said: a key point's statement, an alias, a whole reference."""

    def __init__(self, reading: Reading, question: Reading) -> None:
        self.reading = reading
        self.weights = {
            stem: weight * (DEMOTED if question.has(stem) >= SYNONYM else 1.0)
            for stem, weight in reading.weights.items()
        }
        self.total = sum(self.weights.values())
        self.new_total = sum(
            weight for stem, weight in reading.weights.items() if question.has(stem) < SYNONYM
        )
        self.grams = reading.grams

    @cached_property
    def phrase_stems(self) -> list[tuple[int, frozenset[str]]]:
        """The concepts of several words, with the stems that name them here."""
        return [
            (concept, frozenset(word.stem for word in self.reading.words[first:end] if word.is_content))
            for first, end, concept in self.reading.phrases
        ]


@dataclass(frozen=True)
class Coverage:
    """The shares, 0 to 1 each, and the likeness by which each stem of the target was found."""

    recall: float
    grams: float
    precision: float
    length: float
    found: dict[str, float]

    @property
    def total(self) -> float:
        """The shares in one, 0 to 1; square roots because the first half says more than the second."""
        return (
            _RECALL * sqrt(self.recall)
            + _GRAMS * sqrt(self.grams)
            + _PRECISION * self.precision
            + _LENGTH * self.length
        ) / _TOTAL


def new_words(answer: Reading, question: Reading) -> dict[str, float]:
    """The answer's stems that the question did not bring, with their weights."""
    return {stem: weight for stem, weight in answer.weights.items() if question.has(stem) < SYNONYM}


def cover(target: Target, answer: Reading, new: dict[str, float]) -> Coverage:
    """The coverage of the target by the answer, of which ``new`` are the new words."""
    found = _found(target, answer)
    recall = sum(found[stem] * weight for stem, weight in target.weights.items())
    new_total = sum(new.values())
    right = sum(w for stem, w in new.items() if target.reading.has(stem) > 0)
    return Coverage(
        recall=recall / target.total if target.total else 0.0,
        grams=len(target.grams & answer.grams) / len(target.grams) if target.grams else 0.0,
        precision=right / new_total if new_total else 0.0,
        length=min(1.0, new_total / target.new_total) if target.new_total else 1.0,
        found=found,
    )


def _found(target: Target, answer: Reading) -> dict[str, float]:
    found = {stem: answer.has(stem) for stem in target.weights}
    for concept, stems in target.phrase_stems:
        if concept in answer.concepts:
            for stem in stems:
                found[stem] = max(found[stem], SYNONYM)
    return found
