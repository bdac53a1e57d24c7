"""The credit and the quotes of one key point."""

from dataclasses import dataclass
from math import sqrt

from jobcoach.interview.grading.grade import Verdict
from jobcoach.interview.grading.offline.claims import denies_part, overlap
from jobcoach.interview.grading.offline.contradiction import contradicts
from jobcoach.interview.grading.offline.coverage import Target, cover
from jobcoach.interview.grading.offline.evidence import Evidence
from jobcoach.interview.grading.offline.polarity import denied_stems
from jobcoach.interview.grading.offline.reading import Reading
from jobcoach.interview.grading.offline.rubric_reading import Point, RubricReading
from jobcoach.interview.grading.offline.sentences import Sentence
from jobcoach.interview.grading.offline.turned import WRONG
from jobcoach.interview.grading.offline.wrong import Said

FULL, PARTIAL = 0.7, 0.25
# Coverage that is chance between any two texts of the field, and coverage that nothing is missing from.
_CHANCE, _COMPLETE = 0.15, 0.72
_STATEMENT_CHANCE, _STATEMENT_COMPLETE = 0.3, 0.66
# The same for an alias; said in full it is worth most of the point, for it is only a name of it.
_ALIAS_CHANCE, _ALIAS_COMPLETE = 0.5, 0.85
_ALIAS_CREDIT = 0.75
# A bare list of names states nothing: a part, and of all points together less than two of five.
_NAMES_CREDIT = 0.35
_LEAST_CONCERN = 0.5
# A point that is said so fully is not denied by a clause that concerns it as well.
_WHOLE = 0.8
_MOST_QUOTES = 2
_LEAST_SHARE = 0.25


@dataclass(frozen=True)
class Finding:
    """What was found of a key point; ``sources`` are the sentences that say it, best first."""

    credit: float
    verdict: Verdict
    sources: tuple[Sentence, ...]


def find(point: Point, rubric: RubricReading, evidence: Evidence) -> Finding:
    """The credit of one point."""
    if wrong := _denial(point, evidence):
        return Finding(0.0, "contradicted", (wrong,))
    credit = _derived_credit(point, evidence) if rubric.derived else _bank_credit(point, evidence)
    if evidence.names and credit < _NAMES_CREDIT:
        evidence = evidence.with_names
        credit = min(_NAMES_CREDIT, _bank_credit(point, evidence))
    verdict: Verdict = "full" if credit >= FULL else "partial" if credit >= PARTIAL else "none"
    if verdict == "none":
        # Without key points of its own a rubric gives one figure: what little there is counts in it.
        return Finding(round(credit, 4) if rubric.derived else 0.0, verdict, ())
    return Finding(round(credit, 4), verdict, _sources(point, evidence))


def _derived_credit(point: Point, evidence: Evidence) -> float:
    """Half for this sentence of the reference, half for the whole of it: the borders between its
    sentences are the writer's, not the subject's."""
    own = cover(point.statement, evidence.reading, evidence.new_words).total
    return _between(_CHANCE, _COMPLETE, (own + evidence.whole) / 2)


def _bank_credit(point: Point, evidence: Evidence) -> float:
    said = _between(_STATEMENT_CHANCE, _STATEMENT_COMPLETE, _best_window(point.statement, evidence))
    named = sum(_named(alias, evidence) for alias in point.aliases)
    return min(
        1.0,
        max(said, min(1.0, named) * _ALIAS_CREDIT + (1 - _ALIAS_CREDIT) * (said + max(0.0, named - 1) / 2)),
    )


def _best_window(target: Target, evidence: Evidence) -> float:
    """The coverage by the best two neighbouring sentences."""
    present = evidence.present(target)
    shares = evidence.by_sentence(present)
    grams = [target.grams & reading.grams for reading in evidence.readings]
    best = 0.0
    for index, share in enumerate(shares):
        last = index + 1 == len(shares)
        following = share if last else shares[index + 1]
        found = sum([max(one, two) * w for one, two, (_, w) in zip(share, following, present, strict=True)])
        both = grams[index] if last else grams[index] | grams[index + 1]
        alike = len(both) / len(target.grams) if target.grams else 0.0
        recall = found / target.total if target.total else 0.0
        best = max(best, (sqrt(recall) + 0.5 * sqrt(alike)) / 1.5)
    return best


def _named(alias: Target, evidence: Evidence) -> float:
    """How nearly one sentence says the alias without denying it, 0 to 1."""
    best = 0.0
    if evidence.share_of_all(alias) <= _ALIAS_CHANCE:
        return best
    for said, share in zip(evidence.sound, evidence.shares(alias), strict=True):
        named = _between(_ALIAS_CHANCE, _ALIAS_COMPLETE, share)
        if named > best:
            denied = said.claim.denied & alias.weights.keys()
            if not denied or denied <= denied_stems(alias.reading.words):
                best = named
    return best


def _denial(point: Point, evidence: Evidence) -> Sentence | None:
    """The wrong sentence that says most of this point, if no sound one says more."""
    if not evidence.wrong:
        return None
    concerns = [(_concern(point, said), said.sentence) for said in evidence.wrong]
    concern, sentence = max(concerns, key=lambda pair: pair[0])
    sound = max(evidence.shares(point.statement), default=0.0)
    return sentence if concern >= _LEAST_CONCERN and sound < max(concern, _WHOLE) else None


def _concern(point: Point, wrong: Said) -> float:
    """How much a wrong sentence is about this point, 0 to 1; to turn a clause of it round is enough."""
    said = wrong.claim
    if wrong.faced is not None and point.spoken.turned(wrong.faced) >= WRONG:
        return max(_LEAST_CONCERN, _share(point.statement, said.reading))
    if denies_part(said, point.claim):
        return max(_LEAST_CONCERN, _share(point.statement, said.reading))
    if contradicts(said, point.claim):
        return 1.0
    near = max((overlap(said, mistaken).recall for mistaken in point.misconceptions), default=0.0)
    return max(_share(point.statement, said.reading), near)


def _share(target: Target, reading: Reading) -> float:
    if not target.total:
        return 0.0
    return sum([reading.has(stem) * weight for stem, weight in target.weights.items()]) / target.total


def _sources(point: Point, evidence: Evidence) -> tuple[Sentence, ...]:
    targets = [
        target
        for target in (point.statement, *point.aliases)
        if target is point.statement or evidence.share_of_all(target) > _ALIAS_CHANCE
    ]
    by_target = zip(*(evidence.shares(target) for target in targets), strict=True)
    shares = [(max(by_sentence), -index) for index, by_sentence in enumerate(by_target)]
    shares.sort(reverse=True)
    best = shares[0][0] if shares else 0.0
    return tuple(
        evidence.sound[-index].sentence
        for share, index in shares[:_MOST_QUOTES]
        if share > 0 and share >= _LEAST_SHARE * best
    )


def _between(low: float, high: float, value: float) -> float:
    return min(1.0, max(0.0, (value - low) / (high - low)))
