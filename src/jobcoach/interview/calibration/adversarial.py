"""The nine cases that tell a grader from a counter of words, made of each question by rule and seed."""

import random
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from jobcoach.interview.calibration.negate_english import negate_english
from jobcoach.interview.calibration.negate_korean import negate_korean
from jobcoach.interview.calibration.paraphrase import paraphrase
from jobcoach.interview.grading.rubric import Rubric

Bound = Literal["at_most", "at_least"]
# Two or three words in another order may still be the right answer.
_SHUFFLED_WORDS_MIN = 4


@dataclass(frozen=True, slots=True)
class Sample:
    """A question as the cases are made of it. ``paraphrase`` is empty where people wrote none."""

    question_id: str
    rubric: Rubric
    paraphrase: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One kind of answer. ``limit`` is a share of the scale that the mean score must keep to."""

    name: str
    limit: float
    bound: Bound
    make: "Maker"

    def keeps(self, share: float) -> bool:
        """Whether a mean score, as a share of the scale, is on the right side of the limit."""
        return share <= self.limit + 1e-9 if self.bound == "at_most" else share >= self.limit - 1e-9


@dataclass(frozen=True, slots=True)
class Making:
    """What an answer may be made of: one sample, all of them, and seeded chance."""

    sample: Sample
    samples: Sequence[Sample]
    chance: random.Random


Maker = Callable[[Making], str | None]
"""Makes an answer; None where the case means nothing, as shuffling one word does."""


def cases() -> tuple[Case, ...]:
    """All nine. Of 5 points at most 0, .5, .5, 1, 1.5, 1.5, 1.5, and at least 4.5, 3.5."""
    return (
        Case("empty", 0.0, "at_most", lambda _: ""),
        Case("dont_know", 0.1, "at_most", lambda making: _phrase("dont_know", making)),
        Case("injection", 0.1, "at_most", lambda making: _phrase("injection", making)),
        Case("question_copied", 0.2, "at_most", lambda making: making.sample.rubric.question),
        Case("other_reference", 0.3, "at_most", _other_reference),
        Case("shuffled_reference", 0.3, "at_most", _shuffled),
        Case("negated_reference", 0.3, "at_most", _negated),
        Case("reference", 0.9, "at_least", lambda making: _reference(making.sample)),
        Case("paraphrase", 0.7, "at_least", _paraphrased),
    )


def answers(case: Case, samples: Sequence[Sample], seed: int) -> list[tuple[Sample, str]]:
    """The case's answer to each question; the same for the same seed."""
    found = []
    for sample in samples:
        chance = random.Random(f"{seed}/{case.name}/{sample.question_id}")  # noqa: S311 (no secret)
        answer = case.make(Making(sample, samples, chance))
        if answer is not None:
            found.append((sample, answer))
    return found


def _reference(sample: Sample) -> str:
    return sample.rubric.reference or " ".join(point.statement for point in sample.rubric.key_points)


def _other_reference(making: Making) -> str | None:
    own = _reference(making.sample)
    others = [text for sample in making.samples if (text := _reference(sample)) != own]
    return making.chance.choice(others) if others else None


def _shuffled(making: Making) -> str | None:
    words = _reference(making.sample).split()
    if len(set(words)) < _SHUFFLED_WORDS_MIN:
        return None
    shuffled = list(words)
    while shuffled == words:
        making.chance.shuffle(shuffled)
    return " ".join(shuffled)


def _negated(making: Making) -> str:
    negate = negate_korean if making.sample.rubric.lang == "ko" else negate_english
    return negate(_reference(making.sample))


def _paraphrased(making: Making) -> str:
    sample = making.sample
    return sample.paraphrase or paraphrase(_reference(sample), sample.rubric.lang, making.chance)


def _phrase(name: str, making: Making) -> str:
    phrases: list[str] = _phrases()[name][making.sample.rubric.lang]
    return making.chance.choice(phrases)


@cache
def _phrases() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_name("adversarial.toml").read_text(encoding="utf-8"))
