"""Clauses of an answer that turn a truth of the rubric round: they contradict, or at least earn nothing."""

from collections.abc import Sequence
from itertools import groupby

from jobcoach.interview.grading.offline.claims import Claim
from jobcoach.interview.grading.offline.clauses import clauses
from jobcoach.interview.grading.offline.faced import Faced, faced
from jobcoach.interview.grading.offline.rubric_reading import RubricReading
from jobcoach.interview.grading.offline.wrong import Said

# So like a truth that it is about the same matter, and so many times more than any truth that it agrees with.
WRONG, _WRONG_BY = 0.6, 1.2
# Too like a reversed truth to count for the true one.
_DOUBTFUL = 0.35
_WRONG_WORDS = 3
_MISTAKEN, _RECITED, _MISTAKEN_BY = 0.55, 0.75, 0.2


def without_turned(
    said: Sequence[Said], whole: Claim, rubric: RubricReading
) -> tuple[list[Said], list[Said]]:
    """The sentences without their reversed clauses, and the clauses that contradict."""
    if not rubric.spoken.rivals.against and not any(one.claim.is_korean for one in said):
        return list(said), []  # in English only the wrong one of two rivals is looked for here
    cut = [(one, clause) for one in said for clause in clauses(one.sentence)]
    lie = faced([clause for _, clause in cut], rubric.spoken.rivals)
    sound: list[Said] = []
    wrong: list[Said] = []
    for _, pairs in groupby(zip(cut, lie, strict=True), key=lambda pair: id(pair[0][0])):
        found = list(pairs)
        one = found[0][0][0]
        verdicts = [_verdict(face, rubric) for _, face in found]
        wrong += [
            Said(one.sentence, Claim(face.clause.words, whole.reading), face)
            for (_, face), verdict in zip(found, verdicts, strict=True)
            if verdict == "wrong"
        ]
        kept = [face for (_, face), verdict in zip(found, verdicts, strict=True) if verdict == "sound"]
        if len(kept) == len(found):
            sound.append(one)
        elif kept:
            words = [word for face in kept for word in face.clause.words]
            sound.append(Said(one.sentence, Claim(words, whole.reading)))
    return sound, wrong


def _verdict(face: Faced, rubric: RubricReading) -> str:
    turned = rubric.spoken.turned(face)
    repeated = rubric.misspoken.repeated(face) if face.clause.is_korean and face.clause.asserted else 0.0
    if max(turned, repeated) < _DOUBTFUL:
        return "sound"
    agreed = rubric.spoken.agreed(face)
    turned = max(turned, _mistaken(repeated, agreed))
    if (
        turned >= WRONG
        and turned >= _WRONG_BY * agreed
        and len(face.weights) >= _WRONG_WORDS
        and face.clause.asserted
    ):
        return "wrong"
    return "doubtful" if turned >= _DOUBTFUL and turned > agreed else "sound"


def _mistaken(like: float, agreed: float) -> float:
    """How nearly a clause repeats a misconception rather than a truth; a part of one is only doubtful."""
    if like < _MISTAKEN or like < agreed + _MISTAKEN_BY:
        return 0.0
    return like if like >= _RECITED else min(like, WRONG - 0.01)
