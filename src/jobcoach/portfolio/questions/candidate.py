"""A question that could be asked, before it is decided which are."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from jobcoach.portfolio.cited_lines import CitedFile
from jobcoach.portfolio.evidence import Evidence
from jobcoach.portfolio.findings import evidence_of
from jobcoach.portfolio.rules.rule import Hit

Kind = Literal["finding", "claim", "code", "service", "structure", "history"]


@dataclass(frozen=True, slots=True)
class Place:
    """Lines (from 1, inclusive) of a file that are to be cited."""

    path: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """One question and what it is bound to: evidence, a place whose lines are yet to be read, or a fact.

    ``weight`` is how much it deserves to be asked, 0 to 10. ``subject`` is the file, service or claim
    that it is about: few questions are asked about one subject. ``form`` is what its words are made from
    (a rule, a text): few are asked in one form.
    """

    kind: Kind
    text: str
    why: str
    topic: str
    weight: float
    subject: str
    form: str = ""
    evidence: tuple[Evidence, ...] = ()
    place: Place | None = None

    @property
    def spot(self) -> tuple[str, int] | None:
        """The path and line that it is about, None for a fact."""
        if self.place is not None:
            return self.place.path, self.place.start
        return (self.evidence[0].path, self.evidence[0].start) if self.evidence else None

    def cited(self, files: Mapping[str, CitedFile]) -> tuple[Evidence, ...] | None:
        """Its evidence, with the lines of its place; None if there are no such lines."""
        if self.place is None:
            return self.evidence
        found = evidence_of(Hit(self.place.start, self.place.end), files.get(self.place.path))
        return None if found is None or not found.quote else (*self.evidence, found)
