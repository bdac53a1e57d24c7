"""An answer's sentences, sorted into what may earn credit and what may not."""

from dataclasses import dataclass
from functools import cached_property

from jobcoach.interview.grading.injection import injection_suspected
from jobcoach.interview.grading.offline.claims import Claim
from jobcoach.interview.grading.offline.contradiction import agreement, contradicts, names, recites, repeats
from jobcoach.interview.grading.offline.coverage import cover, new_words
from jobcoach.interview.grading.offline.gates import Gate, copies_question, gives_up, is_salad
from jobcoach.interview.grading.offline.reading import Reading
from jobcoach.interview.grading.offline.rubric_reading import Point, RubricReading
from jobcoach.interview.grading.offline.sentences import Sentence, sentences

_MAX_SENTENCES = 300
# So near to a true sentence, nothing else about it counts.
_BEYOND_DOUBT = 0.97


@dataclass(frozen=True, eq=False)
class Evidence:
    """``sound`` sentences earn credit, ``wrong`` ones contradict; ``gate`` says why nothing is left."""

    sound: tuple[Sentence, ...]
    wrong: tuple[Sentence, ...]
    gate: Gate | None
    rubric: RubricReading

    @cached_property
    def reading(self) -> Reading:
        """All sound sentences together."""
        return Reading(tuple(word for sentence in self.sound for word in sentence.tokens))

    @cached_property
    def new_words(self) -> dict[str, float]:
        """The stems of the sound sentences that the question did not bring, with their weights."""
        return new_words(self.reading, self.rubric.question)

    @cached_property
    def whole(self) -> float:
        """The coverage of the whole reference."""
        return cover(self.rubric.reference, self.reading, self.new_words).total

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The sound sentences one by one."""
        return tuple(Reading(sentence.tokens) for sentence in self.sound)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What the wrong sentences say."""
        return tuple(Claim(sentence.tokens) for sentence in self.wrong)


def sift(answer: str, rubric: RubricReading) -> Evidence:
    """The evidence in an answer (NFC)."""
    said = sentences(answer)[:_MAX_SENTENCES]
    if not said:
        return Evidence((), (), "empty", rubric)
    gated: list[Gate] = []
    rest: list[Sentence] = []
    suspected = injection_suspected(answer)
    for sentence in said:
        gate = _injected(sentence) if suspected else None
        gate = gate or _gate(sentence, rubric)
        if gate:
            gated.append(gate)
        else:
            rest.append(sentence)
    if not rest:
        return Evidence((), (), gated[0], rubric)
    if is_salad([word for sentence in rest for word in sentence.tokens], rubric.reference.reading.words):
        return Evidence((), (), "word_salad", rubric)
    wrong = [sentence for sentence in rest if _is_wrong(sentence, rubric)]
    return Evidence(tuple(s for s in rest if s not in wrong), tuple(wrong), None, rubric)


def _injected(sentence: Sentence) -> Gate | None:
    return "injection" if injection_suspected(sentence.text) else None


def _gate(sentence: Sentence, rubric: RubricReading) -> Gate | None:
    if gives_up(sentence.text):
        return "dont_know"
    if copies_question(Reading(sentence.tokens), rubric.question):
        return "question_copied"
    return None


def _is_wrong(sentence: Sentence, rubric: RubricReading) -> bool:
    said = Claim(sentence.tokens)
    if any(recites(said, wrong, rubric.truths) for point in rubric.points for wrong in point.misconceptions):
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


def _says_what_is_wrong(said: Claim, misconception: Claim, point: Point) -> bool:
    """Are the words there that set the misconception apart from the truth, and none of the right names?"""
    if any(not said.reading.has(stem) for stem in misconception.weights if not point.says(stem)):
        return False
    return not any(names(said, name) and not names(misconception, name) for name in point.names)
