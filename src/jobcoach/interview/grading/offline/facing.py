"""How a clause lies to the true ones: how much they have in common, and whether it turns one round.

What turns a clause round: a word that only one of them denies, an opposite in its place, or the
rival of what the true clause speaks of. Two of these undo each other.
"""

from collections.abc import Iterable, Sequence, Set
from functools import cached_property

from jobcoach.interview.grading.offline.antonyms import are_opposite
from jobcoach.interview.grading.offline.concepts import concepts_of
from jobcoach.interview.grading.offline.faced import Faced
from jobcoach.interview.grading.offline.likeness import DERIVED, SYNONYM, likeness
from jobcoach.interview.grading.offline.topics import Rivals

# Stems whose neighbours among the truths are remembered; a hostile answer must not fill the memory.
_REMEMBERED = 20_000
# Of what is said, this much at least is in a clause on the same matter.
_LEAST_SHARED = 0.25
# What one word has in common with another may be chance; so may what is said of a rival.
_FEW_WORDS, _BY_ONE_WORD = 2, 0.7
_BY_RIVAL = 0.8


class Spoken:
    """Clauses that a rubric knows, true ones or misconceptions, with an index of their words."""

    def __init__(self, clauses: Sequence[Faced], rivals: Rivals) -> None:
        self.clauses, self.rivals = tuple(clauses), rivals
        self._alike: dict[str, dict[str, float]] = {}
        self._opposite: dict[str, frozenset[str]] = {}

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(stem for clause in self.clauses for stem in clause.clause.stems)

    @cached_property
    def _with_stem(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for index, clause in enumerate(self.clauses):
            for stem in clause.weights:
                found.setdefault(stem, []).append(index)
        return found

    def turned(self, said: Faced) -> float:
        """The likeness, 0 to 1, to the stated clause that is most like what is said but turned round."""
        found = 0.0
        for index in self._turnable(said):
            true = self.clauses[index]
            if true.clause.asserted:
                opposites = self._opposites(said, true)
                if self._is_turned(said, true, opposites):
                    found = max(found, self._like(said, true, opposites))
        return found

    def agreed(self, said: Faced) -> float:
        """The likeness, 0 to 1, to the clause that agrees most with what is said."""
        return self._most_like(said, self._candidates(said))

    def repeated(self, said: Faced) -> float:
        """The likeness, 0 to 1, to the clause here that says the same, where both deny or neither does."""
        denies = bool(said.clause.denied)
        return self._most_like(
            said,
            [index for index in self._candidates(said) if bool(self.clauses[index].clause.denied) == denies],
        )

    def _most_like(self, said: Faced, indices: Iterable[int]) -> float:
        found = 0.0
        for index in indices:
            true = self.clauses[index]
            opposites = self._opposites(said, true)
            like = self._like(said, true, opposites)
            if like > found and not self._is_turned(said, true, opposites):
                found = like
        return found

    def _candidates(self, said: Faced) -> list[int]:
        """The clauses that have enough of what is said to be about the same matter."""
        if not (said.clause.is_korean or self._rivals_stand_by(said)):
            return []
        shared: dict[int, float] = {}
        for stem, weight in said.weights.items():
            near = {index for other in self._near(stem) for index in self._with_stem.get(other, ())}
            for index in near:
                shared[index] = shared.get(index, 0.0) + weight
        return [index for index, weight in shared.items() if weight >= _LEAST_SHARED * said.total]

    def _turnable(self, said: Faced) -> Sequence[int]:
        """The candidates that can be turned round at all: most answers deny nothing and name no opposite."""
        candidates = self._candidates(said)
        if said.about or said.clause.denied or said.clause.denied_conditions:
            return candidates
        opposites = {
            other for stems in said.clause.invertible for stem in stems for other in self.opposite(stem)
        }
        return [
            index
            for index in candidates
            if index in self._denying or not opposites.isdisjoint(self._invertible[index])
        ]

    @cached_property
    def _denying(self) -> frozenset[int]:
        return frozenset(
            index
            for index, known in enumerate(self.clauses)
            if known.clause.denied or known.clause.denied_conditions
        )

    @cached_property
    def _invertible(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset[str]().union(*known.clause.invertible) for known in self.clauses)

    def _rivals_stand_by(self, said: Faced) -> bool:
        """In English only what is said of the wrong one of two is looked for here."""
        return any(self.rivals.exchanged(said.about, true.about) for true in self.clauses)

    def _near(self, stem: str) -> frozenset[str]:
        return self.opposite(stem).union(self.alike(stem))

    def alike(self, stem: str) -> dict[str, float]:
        """The words of the truths that say what the stem says, with their likeness."""
        known = self._alike.get(stem)
        if known is None:
            if len(self._alike) >= _REMEMBERED:
                self._alike.clear()
            concepts = concepts_of(stem)
            found = {
                other: max(likeness(stem, other), SYNONYM * (not concepts.isdisjoint(concepts_of(other))))
                for other in self._stems
            }
            known = self._alike[stem] = {other: like for other, like in found.items() if like}
        return known

    def opposite(self, stem: str) -> frozenset[str]:
        """The words of the truths that say the opposite of the stem."""
        known = self._opposite.get(stem)
        if known is None:
            if len(self._opposite) >= _REMEMBERED:
                self._opposite.clear()
            known = self._opposite[stem] = frozenset(o for o in self._stems if are_opposite(stem, o))
        return known

    def _like(self, said: Faced, true: Faced, opposites: dict[str, str]) -> float:
        """What the two have in common, 0 to 1; an opposite counts for the word in whose place it stands."""
        found, covered = dict.fromkeys(opposites, 1.0), dict.fromkeys(opposites.values(), 1.0)
        for stem in said.weights:
            for other, like in self.alike(stem).items():
                if other in true.weights:
                    found[stem] = max(found.get(stem, 0.0), like)
                    covered[other] = max(covered.get(other, 0.0), like)
        recall, precision = _share(true, covered), _share(said, found)
        if not recall or not precision:
            return 0.0
        like = 2 * recall * precision / (recall + precision)
        if min(len(said.weights), len(true.weights)) < _FEW_WORDS:
            like *= _BY_ONE_WORD
        return like * (_BY_RIVAL if self.rivals.exchanged(said.about, true.about) else 1.0)

    def _is_turned(self, said: Faced, true: Faced, opposites: dict[str, str]) -> bool:
        """Does one turn the other round? Two turns undo each other."""
        exchanged = self.rivals.exchanged(said.about, true.about)
        if not (exchanged or said.clause.is_korean):
            return False  # the denials and opposites of whole sentences are judged already (contradiction.py)
        turns = (
            len(opposites)
            + self._denials_differ(said, true, opposites)
            + self._conditions_differ(said, true)
            + exchanged
            + (said.denies_topic != true.denies_topic)
        )
        return turns % 2 == 1

    def _opposites(self, said: Faced, true: Faced) -> dict[str, str]:
        """Words that are said, each with its opposite in whose place it stands in the true clause."""
        found: dict[str, str] = {}
        for spoken, known in zip(said.clause.invertible, true.clause.invertible, strict=True):
            missing, extra = known - spoken, spoken - known
            for new in extra:
                for old in self.opposite(new) & missing:
                    if old not in found.values() and not (
                        self._has_another_word(new, missing) or _is_said_otherwise(old, extra)
                    ):
                        found[new] = old
                        break
        return found

    def _has_another_word(self, stem: str, missing: Set[str]) -> bool:
        """Is what is said in the truth by another word? "안정" is in "불안정", but no other word for it."""
        near = self.alike(stem)
        return any(
            near[other] >= DERIVED and not are_opposite(stem, other) for other in near.keys() & missing
        )

    def _denials_differ(self, said: Faced, true: Faced, opposites: dict[str, str]) -> bool:
        """Is a word that both have denied in one of them, and nothing in the other?

        Two that deny something each differ only if each denies what the other states ("A, not B").
        A denied opposite counts for the word.
        """
        if said.clause.is_undecided or true.clause.is_undecided or not (said.denied or true.denied):
            return False
        more = not said.clause.only_describes and any(
            self._says(opposites.get(stem, stem), true) for stem in said.denied
        )
        less = any(self._is_said(stem, said, opposites) for stem in true.denied)
        return (more and less) if said.denied and true.denied else (more or less)

    def _conditions_differ(self, said: Faced, true: Faced) -> bool:
        """Is the condition of the one denied in the other: "without a lock it is wrong"?"""
        if said.clause.is_undecided or true.clause.is_undecided:
            return False
        ours = {
            o
            for stem in said.clause.denied_conditions
            for o, like in self.alike(stem).items()
            if like >= DERIVED
        }
        more = bool(ours & (true.weights.keys() - true.denied)) and ours.isdisjoint(
            true.clause.denied_conditions
        )
        theirs = true.clause.denied_conditions
        less = any(
            self._are_alike(one, stem)
            for stem in theirs
            for one in said.weights.keys() - said.denied - said.clause.denied_conditions
        )
        return more != less

    def _says(self, stem: str, true: Faced) -> bool:
        """Does the truth say the denied stem, and not deny it?"""
        near = {stem, *(other for other, like in self.alike(stem).items() if like >= DERIVED)}
        return not near.isdisjoint(true.stated) and near.isdisjoint(true.denied)

    def _is_said(self, stem: str, said: Faced, opposites: dict[str, str]) -> bool:
        """Is what the truth denies said, and not denied?"""
        near = {one for one in said.stated if opposites.get(one) == stem or self._are_alike(one, stem)}
        return bool(near) and near.isdisjoint(said.denied)

    def _are_alike(self, one: str, stem: str) -> bool:
        return self.alike(one).get(stem, 0.0) >= DERIVED


def _share(of: Faced, covered: dict[str, float]) -> float:
    if not of.total:
        return 0.0
    return sum(of.weights.get(stem, 0.0) * like for stem, like in covered.items()) / of.total


def _is_said_otherwise(old: str, extra: Iterable[str]) -> bool:
    return any(likeness(old, other) >= DERIVED and not are_opposite(old, other) for other in extra)
