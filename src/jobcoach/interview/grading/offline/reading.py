"""A text as the grader sees it: words, concepts and character n-grams."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from jobcoach.interview.grading.offline.concepts import Concept, concepts_of, phrases_in
from jobcoach.interview.grading.offline.hangul import is_hangul
from jobcoach.interview.grading.offline.likeness import SYNONYM, likeness
from jobcoach.interview.grading.offline.tokens import Token

_LATIN_GRAM = 4
_HANGUL_GRAM = 2
# More different words than this add nothing to an answer, only time.
_MAX_STEMS = 600


@dataclass(frozen=True, eq=False)
class Reading:
    """The words of a text, and what follows from them.

    What the text that it is a part of (``within``) does not say, it need not be searched for.
    """

    words: tuple[Token, ...]
    within: "Reading | None" = None

    @cached_property
    def weights(self) -> dict[str, float]:
        """The stems that say something, with their weights."""
        return {word.stem: word.weight for word in self.words if word.is_content}

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(list(self.weights)[:_MAX_STEMS])

    @cached_property
    def all_stems(self) -> frozenset[str]:
        """Those that say nothing, too."""
        return frozenset(word.stem for word in self.words)

    @cached_property
    def phrases(self) -> list[tuple[int, int, Concept]]:
        return phrases_in(self.words)

    @cached_property
    def concepts(self) -> frozenset[Concept]:
        """What is named, by one word or several."""
        named = {concept for _, _, concept in self.phrases}
        return frozenset(named.union(*(concepts_of(stem) for stem in self.stems)))

    @cached_property
    def joined(self) -> frozenset[str]:
        """Neighbours written as one word: "sub problem" for "subproblem"."""
        return frozenset(
            one.form + other.stem for one, other in zip(self.words, self.words[1:], strict=False)
        )

    @cached_property
    def grams(self) -> frozenset[str]:
        """Character n-grams within and across words: four letters of Latin, two syllables of Hangul."""
        return frozenset(grams(self.words))

    @cached_property
    def _by_letter(self) -> dict[str, list[str]]:
        """Stems by what a like stem shares: the first letter, or any syllable of Hangul."""
        found: dict[str, list[str]] = {}
        for stem in self.stems:
            for letter in set(stem) if is_hangul(stem[0]) else stem[0]:
                found.setdefault(letter, []).append(stem)
        return found

    @cached_property
    def _likeness(self) -> dict[str, float]:
        """What is known already: a stem says itself."""
        return dict.fromkeys(self.weights, 1.0)

    @cached_property
    def _alike(self) -> dict[str, dict[str, float]]:
        return {}

    def has(self, stem: str) -> float:
        """How well the text says this stem, 0 to 1."""
        known = self._likeness.get(stem)
        if known is None:
            known = self._likeness[stem] = self._search(stem)
        return known

    def _search(self, stem: str) -> float:
        whole = self.within
        if whole is not None and not whole.has(stem):
            return 0.0
        if stem in self.joined or not concepts_of(stem).isdisjoint(self.concepts):
            return SYNONYM
        if whole is None or len(whole.weights) > _MAX_STEMS:
            return max(self._alike_to(stem).values(), default=0.0)
        alike = whole._alike_to(stem)
        return max([alike[other] for other in alike if other in self.stems], default=0.0)

    def _alike_to(self, stem: str) -> dict[str, float]:
        """The stems here that are like this one, with their likeness."""
        known = self._alike.get(stem)
        if known is None:
            # Misspellings and derivations keep the first letter; compounds of Hangul need not.
            letters = set(stem) if is_hangul(stem[0]) else stem[0]
            candidates = {other for letter in letters for other in self._by_letter.get(letter, ())}
            values = {other: likeness(stem, other) for other in candidates}
            known = self._alike[stem] = {other: value for other, value in values.items() if value}
        return known


def grams(words: Sequence[Token]) -> Iterable[str]:
    """The character n-grams of words, joined by single spaces."""
    latin: list[str] = []
    for word in words:
        if is_hangul(word.form[0]):
            stem = f" {word.stem}"
            yield from (stem[i : i + _HANGUL_GRAM] for i in range(len(stem) - 1))
        else:
            latin.append(word.form)
    text = " ".join(latin)
    yield from (text[i : i + _LATIN_GRAM] for i in range(len(text) - _LATIN_GRAM + 1))
