"""A model's citations against the files: kept, relocated where the quote stands but once, or dropped."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jobcoach.portfolio.evidence import Evidence
from jobcoach.portfolio.model.model_reply import CitationReply
from jobcoach.portfolio.model.repository_text import FileText, RepositoryText, bare
from jobcoach.portfolio.review import EvidenceCheck

_SPOTS_MAX = 50
_LINES_MAX = 150
"""Of one citation: whoever cites more cites nothing."""
_QUOTE_CHARACTERS_MAX = 300
_SAYS_SOMETHING = 3
_CITATIONS_MAX = 400
# Line numbers as files are packed: a model may copy them with the line.
_NUMBER = re.compile(r"^\s*\d{1,7}\|", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Spot:
    file: FileText
    start: int
    end: int


class CitationCheck:
    """Checks citations and counts what became of them. ``sent`` are the paths that the model was shown."""

    def __init__(self, text: RepositoryText, sent: Sequence[str]) -> None:
        self._text = text
        self._sent = sent
        text.load(sent)
        self._kept = self._relocated = self._dropped = 0

    @property
    def counts(self) -> EvidenceCheck:
        return EvidenceCheck(kept=self._kept, relocated=self._relocated, dropped=self._dropped)

    def checked(self, citations: Iterable[CitationReply]) -> tuple[Evidence, ...]:
        """The evidence that is left of these, no lines twice."""
        found: dict[tuple[str, int, int], Evidence] = {}
        for citation in citations:
            evidence = self.check(citation)
            if evidence is not None:
                found.setdefault((evidence.path, evidence.start, evidence.end), evidence)
        return tuple(found.values())

    def check(self, citation: CitationReply) -> Evidence | None:
        """The lines where the quote stands; None if it does not, or if it is not plain where."""
        if self._kept + self._relocated + self._dropped >= _CITATIONS_MAX:
            self._dropped += 1
            return None
        for quote in dict.fromkeys((citation.quote, _NUMBER.sub("", citation.quote))):
            wanted = bare(quote)
            if sum(map(str.isalnum, wanted)) < _SAYS_SOMETHING:
                continue
            where = self._where_said(citation, wanted)
            if where is not None:
                self._kept += 1
                return _evidence(where)
            where = self._only_place(citation.path, wanted)
            if where is not None:
                self._relocated += 1
                return _evidence(where)
        self._dropped += 1
        return None

    def _where_said(self, citation: CitationReply, wanted: str) -> _Spot | None:
        file = self._text.find(citation.path)
        start, end = citation.start, citation.end
        if file is None or not 1 <= start <= end <= len(file.lines) or end - start >= _LINES_MAX:
            return None
        inside = (spot for spot in _spots(file, wanted, start) if spot.end <= end)
        return next(inside, None)

    def _only_place(self, path: str, wanted: str) -> _Spot | None:
        """In the file that was named, else in all that were sent: one place, or it is none."""
        file = self._text.find(path)
        if file is not None and (spots := _spots(file, wanted)):
            return spots[0] if len(spots) == 1 else None
        found: list[_Spot] = []
        for each in self._sent:
            other = self._text.find(each)
            if other is not None and other is not file:
                found += _spots(other, wanted)
            if len(found) > 1:
                return None
        return found[0] if found else None


def _spots(file: FileText, wanted: str, first_line: int = 1) -> list[_Spot]:
    """The lines (from 1, inclusive) of each place in which the quote stands."""
    spots: list[_Spot] = []
    at = file.bare.find(wanted, file.line_ends[first_line - 2] if first_line > 1 else 0)
    while at >= 0 and len(spots) < _SPOTS_MAX:
        start = bisect_right(file.line_ends, at) + 1
        end = bisect_right(file.line_ends, at + len(wanted) - 1) + 1
        spots.append(_Spot(file, start, end))
        at = file.bare.find(wanted, at + 1)
    return spots


def _evidence(spot: _Spot) -> Evidence:
    lines = (line.strip() for line in spot.file.lines[spot.start - 1 : spot.end])
    quote = next((line for line in lines if line), "")[:_QUOTE_CHARACTERS_MAX]
    return Evidence(path=spot.file.path, start=spot.start, end=spot.end, quote=quote, blob=spot.file.blob)
