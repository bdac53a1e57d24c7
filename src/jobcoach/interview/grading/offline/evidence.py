"""An answer's sentences, sorted into what may earn credit and what may not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from jobcoach.interview.grading.injection import injection_suspected
from jobcoach.interview.grading.offline.claims import Claim
from jobcoach.interview.grading.offline.coverage import Target, cover, new_words
from jobcoach.interview.grading.offline.gates import Gate, copies_question, gives_up, is_salad
from jobcoach.interview.grading.offline.naming import only_names
from jobcoach.interview.grading.offline.reading import Reading
from jobcoach.interview.grading.offline.rubric_reading import RubricReading
from jobcoach.interview.grading.offline.sentences import sentences
from jobcoach.interview.grading.offline.turned import without_turned
from jobcoach.interview.grading.offline.wrong import Said, wrong_ones

_MAX_SENTENCES = 300


@dataclass(frozen=True, eq=False)
class Evidence:
    """``sound`` sentences earn credit, ``wrong`` ones contradict, ``names`` only name things.

    ``gate`` says why nothing is left.
    """

    sound: tuple[Said, ...]
    wrong: tuple[Said, ...]
    gate: Gate | None
    rubric: RubricReading
    whole_answer: Reading
    injection_suspected: bool = False
    names: tuple[Said, ...] = ()

    @cached_property
    def with_names(self) -> "Evidence":
        """The sentences that only name something, too: they may earn a part."""
        sound = sorted((*self.sound, *self.names), key=lambda said: said.sentence.start)
        return replace(self, sound=tuple(sound), names=())

    @cached_property
    def reading(self) -> Reading:
        """All sound sentences together."""
        words = tuple(word for said in self.sound for word in said.claim.words)
        return self.whole_answer if words == self.whole_answer.words else Reading(words)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The sound sentences one by one."""
        return tuple(said.claim.reading for said in self.sound)

    @cached_property
    def _shares(self) -> dict[Target, tuple[float, ...]]:
        return {}

    def shares(self, target: Target) -> tuple[float, ...]:
        """How much of the target each sound sentence says, 0 to 1."""
        known = self._shares.get(target)
        if known is None:
            present = self.present(target)
            weights = [weight for _, weight in present]
            known = self._shares[target] = tuple(
                sum([has * weight for has, weight in zip(said, weights, strict=True)]) / target.total
                if present
                else 0.0
                for said in self.by_sentence(present)
            )
        return known

    def by_sentence(self, present: Sequence[tuple[str, float]]) -> list[tuple[float, ...]]:
        """How well each sound sentence says each of the stems, 0 to 1."""
        if not present:
            return [()] * len(self.readings)
        return list(zip(*[self._says(stem) for stem, _ in present], strict=True))

    @cached_property
    def _said(self) -> dict[str, tuple[float, ...]]:
        return {}

    def _says(self, stem: str) -> tuple[float, ...]:
        known = self._said.get(stem)
        if known is None:
            known = self._said[stem] = tuple([reading.has(stem) for reading in self.readings])
        return known

    @cached_property
    def _shares_of_all(self) -> dict[Target, float]:
        return {}

    def share_of_all(self, target: Target) -> float:
        """How much of the target all sound sentences together say, 0 to 1."""
        known = self._shares_of_all.get(target)
        if known is None:
            has = self.reading.has
            said = sum([has(stem) * weight for stem, weight in target.weights.items()])
            known = self._shares_of_all[target] = said / target.total if target.total else 0.0
        return known

    def present(self, target: Target) -> list[tuple[str, float]]:
        """The target's stems that any sound sentence says, with their weights."""
        return [(stem, weight) for stem, weight in target.weights.items() if self.reading.has(stem)]

    @cached_property
    def new_words(self) -> dict[str, float]:
        """The stems of the sound sentences that the question did not bring, with their weights."""
        return new_words(self.reading, self.rubric.question)

    @cached_property
    def whole(self) -> float:
        """The coverage of the whole reference."""
        return cover(self.rubric.reference, self.reading, self.new_words).total


def sift(answer: str, rubric: RubricReading) -> Evidence:
    """The evidence in an answer (NFC)."""
    suspected = injection_suspected(answer)
    found = sentences(answer)[:_MAX_SENTENCES]
    whole = Claim([word for sentence in found for word in sentence.tokens])
    gated: list[Gate] = []
    rest: list[Said] = []
    for sentence in found:
        said = Said(sentence, Claim(sentence.tokens, whole.reading))
        gate = (_injected(said) if suspected else None) or _gate(said, rubric)
        if gate:
            gated.append(gate)
        else:
            rest.append(said)
    if rest and is_salad(
        [word for said in rest for word in said.claim.words], rubric.reference.reading.words
    ):
        gated, rest = ["word_salad"], []
    if not rest:
        return Evidence((), (), gated[0] if gated else "empty", rubric, whole.reading, suspected)
    wrong = wrong_ones(rest, whole, rubric)
    names = [] if rubric.derived else [said for said in rest if only_names(said.sentence, rubric.names)]
    stating = [said for said in rest if said not in wrong and said not in names]
    sound, turned = without_turned(stating, whole, rubric)
    return Evidence(
        sound=tuple(sound),
        wrong=(*wrong, *turned),
        gate=None,
        rubric=rubric,
        whole_answer=whole.reading,
        injection_suspected=suspected,
        names=tuple(said for said in names if said not in wrong),
    )


def _injected(said: Said) -> Gate | None:
    return "injection" if injection_suspected(said.sentence.text) else None


def _gate(said: Said, rubric: RubricReading) -> Gate | None:
    if gives_up(said.sentence.text):
        return "dont_know"
    if copies_question(said.claim.reading, rubric.question):
        return "question_copied"
    return None
