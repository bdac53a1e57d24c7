"""Clauses with what each of them speaks of, its own topic or one carried on from before."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from jobcoach.interview.grading.offline.clauses import Clause
from jobcoach.interview.grading.offline.topics import Rivals

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Faced:
    """A clause, the rivals that it speaks of, and the weights of what it says of them."""

    clause: Clause
    about: frozenset[str]
    weights: dict[str, float]

    @cached_property
    def total(self) -> float:
        return sum(self.weights.values())

    @cached_property
    def stated(self) -> frozenset[str]:
        """What is said and not only supposed."""
        return self.clause.stated_stems & self.weights.keys()

    @cached_property
    def denied(self) -> frozenset[str]:
        return self.clause.denied - self.about

    @cached_property
    def denies_topic(self) -> bool:
        """ "UDP에는 없다" denies of UDP what the clause is about."""
        return not self.about.isdisjoint(self.clause.denied) and not self.clause.is_undecided


def faced(clauses: Iterable[Clause], rivals: Rivals) -> list[Faced]:
    """The clauses of a text, in their order, each with what it speaks of."""
    found: list[Faced] = []
    carried = _NONE
    for clause in clauses:
        own = rivals.named(clause)
        about = own or carried
        if clause.opens_with_topic:
            carried = own & rivals.asked
        weights = {stem: w for stem, w in clause.reading.weights.items() if stem not in about}
        found.append(Faced(clause, about, weights))
    return found
