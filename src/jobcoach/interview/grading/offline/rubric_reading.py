"""A rubric as the grader sees it: read once, kept for the next answer to the same question."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from jobcoach.interview.grading.derive import key_points_from
from jobcoach.interview.grading.offline.claims import Claim
from jobcoach.interview.grading.offline.clauses import Clause, clauses
from jobcoach.interview.grading.offline.coverage import Target
from jobcoach.interview.grading.offline.faced import Faced, faced
from jobcoach.interview.grading.offline.facing import Spoken
from jobcoach.interview.grading.offline.reading import Reading
from jobcoach.interview.grading.offline.sentences import Sentence, sentences
from jobcoach.interview.grading.offline.tokens import tokens
from jobcoach.interview.grading.offline.topics import Rivals, rivals_in
from jobcoach.interview.grading.rubric import KeyPoint, Rubric
from jobcoach.text import nfc

# A question of the bank has 3 to 7 points with a handful of names each; a hostile file may have any number.
_MAX_ALIASES = 40
_LEAST_WORDS = 3


@dataclass(frozen=True)
class Point:
    """A key point with what says it (``names`` are its aliases), and what says the wrong thing."""

    key_point: KeyPoint
    statement: Target
    aliases: tuple[Target, ...]
    claim: Claim
    names: tuple[Claim, ...]
    misconceptions: tuple[Claim, ...]
    spoken: Spoken

    def says(self, stem: str) -> bool:
        """Is the stem a word of the statement or of an alias?"""
        return any(claim.reading.has(stem) for claim in (self.claim, *self.names))


@dataclass(frozen=True)
class RubricReading:
    """A rubric that has been read. ``derived``: its points are sentences of its reference."""

    question: Reading
    reference: Target
    truths: tuple[Claim, ...]
    points: tuple[Point, ...]
    derived: bool
    spoken: Spoken
    misspoken: Spoken

    @cached_property
    def names(self) -> tuple[frozenset[str], ...]:
        """The stems of each alias."""
        return tuple(frozenset(name.weights) for point in self.points for name in point.names)

    @cached_property
    def deniable(self) -> tuple[Claim, ...]:
        """The truths whose denial contradicts: naming what a list does not hold denies no item of it."""
        return tuple(
            truth for truth in self.truths if len(truth.weights) >= _LEAST_WORDS or len(self.truths) == 1
        )


@lru_cache(maxsize=1024)
def read_rubric(rubric: Rubric) -> RubricReading:
    """The rubric's key points, or those derived from its reference, as targets of coverage."""
    question = _read(rubric.question)
    key_points = rubric.key_points or key_points_from(rubric.reference, rubric.question)
    parts = sentences(nfc(rubric.reference)) if rubric.key_points else ()
    whole = _whole(key_points, parts)
    spoken = [_clauses(text) for text in (*(point.statement for point in key_points), rubric.reference)]
    rivals = rivals_in(sentences(nfc(rubric.question)), (each for text in spoken for each in text))
    points = tuple(_point(key_point, question, whole, rivals) for key_point in key_points)
    truths = (*(point.claim for point in points), *(Claim(part.tokens, whole, question) for part in parts))
    misspoken = [_clauses(text) for point in key_points for text in point.misconceptions[:_MAX_ALIASES]]
    return RubricReading(
        question=question,
        reference=Target(_read(rubric.reference), question),
        truths=truths,
        points=points,
        derived=not rubric.key_points,
        spoken=Spoken(_faced(spoken, rivals), rivals),
        misspoken=Spoken(_faced(misspoken, rivals), rivals),
    )


def _clauses(text: str) -> list[list[Clause]]:
    return [clauses(sentence) for sentence in sentences(nfc(text))]


def _faced(texts: Sequence[Sequence[Sequence[Clause]]], rivals: Rivals) -> list[Faced]:
    return [face for text in texts for face in faced([one for each in text for one in each], rivals)]


def _whole(key_points: Sequence[KeyPoint], parts: Sequence[Sentence]) -> Reading | None:
    """All claims of the rubric in one text: what that does not say, none of them need be searched for."""
    texts = [
        text
        for point in key_points
        for text in (point.statement, *point.aliases[:_MAX_ALIASES], *point.misconceptions[:_MAX_ALIASES])
    ]
    words = (word for text in texts for word in tokens(nfc(text)))
    reading = Reading((*words, *(word for part in parts for word in part.tokens)))
    return reading if len(reading.weights) == len(reading.stems) else None


def _point(key_point: KeyPoint, question: Reading, whole: Reading | None, rivals: Rivals) -> Point:
    aliases = (Target(_read(alias), question) for alias in key_point.aliases[:_MAX_ALIASES])
    return Point(
        key_point=key_point,
        statement=Target(_read(key_point.statement), question),
        aliases=tuple(alias for alias in aliases if alias.new_total > 0),
        claim=Claim(tokens(nfc(key_point.statement)), whole, question),
        names=tuple(_claim(alias, whole) for alias in key_point.aliases[:_MAX_ALIASES]),
        misconceptions=tuple(_claim(text, whole) for text in key_point.misconceptions[:_MAX_ALIASES]),
        spoken=Spoken(_faced([_clauses(key_point.statement)], rivals), rivals),
    )


def _read(text: str) -> Reading:
    return Reading(tuple(tokens(nfc(text))))


def _claim(text: str, whole: Reading | None) -> Claim:
    return Claim(tokens(nfc(text)), whole)
