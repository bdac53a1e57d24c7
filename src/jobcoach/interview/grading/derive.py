"""Key points for a rubric that has none: the sentences of its reference."""

from jobcoach.interview.grading.offline.coverage import Target
from jobcoach.interview.grading.offline.reading import Reading
from jobcoach.interview.grading.offline.sentences import sentences
from jobcoach.interview.grading.offline.tokens import tokens
from jobcoach.interview.grading.rubric import KeyPoint
from jobcoach.text import nfc

MAX_POINTS = 30
_LEAST_WEIGHT, _MOST_WEIGHT = 0.1, 10.0


def key_points_from(reference: str, question: str) -> tuple[KeyPoint, ...]:
    """One point a sentence, weighted by what it says that the question does not; () without words."""
    text = nfc(reference)
    parts = sentences(text)[:MAX_POINTS]
    asked = Reading(tuple(tokens(nfc(question))))
    return tuple(
        KeyPoint(
            id=f"p{number}",
            statement=part.text,
            weight=min(_MOST_WEIGHT, max(_LEAST_WEIGHT, Target(Reading(part.tokens), asked).total)),
        )
        for number, part in enumerate(parts, 1)
    )
