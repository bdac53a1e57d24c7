"""A model's citations against the code: kept, relocated where the quote stands once, or dropped."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from jobcoach.coach.explain.facts import CodeLine
from jobcoach.coach.explain.model.reply import CitationReply
from jobcoach.llm.untrusted import neutralised
from jobcoach.text import nfc

_CITATIONS_MAX = 60
_EVIDENCE_MAX = 3
_LINES_MAX = 60
"""Of one citation: whoever cites more cites nothing."""
_SPOTS_MAX = 50
_SAYS_SOMETHING = 3
# Line numbers as the code is sent: a model may copy them with the line.
_NUMBER = re.compile(r"^\s*\d{1,7}\|", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _File:
    """A file's lines, all of them without white space, and where in that each line ends."""

    path: str
    lines: Sequence[str]
    bare: str
    ends: Sequence[int]


class CitationCheck:
    """Checks citations and counts what became of them."""

    def __init__(self, files: Mapping[str, Sequence[str]]) -> None:
        self._files = {path: _file(path, lines) for path, lines in files.items()}
        self.kept = self.relocated = self.dropped = 0

    def checked(self, citations: Iterable[CitationReply]) -> tuple[CodeLine, ...]:
        """The lines that are left of these, none twice, at most three."""
        found: dict[tuple[str, int], CodeLine] = {}
        for citation in citations:
            place = self._check(citation)
            if place is not None:
                found.setdefault((place.path, place.line), place)
        return tuple(found.values())[:_EVIDENCE_MAX]

    def _check(self, citation: CitationReply) -> CodeLine | None:
        if self.kept + self.relocated + self.dropped < _CITATIONS_MAX:
            for quote in dict.fromkeys((citation.quote, _NUMBER.sub("", citation.quote))):
                wanted = _bare(quote)
                if sum(map(str.isalnum, wanted)) < _SAYS_SOMETHING:
                    continue
                if (place := self._where_said(citation, wanted)) is not None:
                    self.kept += 1
                    return place
                if (place := self._only_place(wanted)) is not None:
                    self.relocated += 1
                    return place
        self.dropped += 1
        return None

    def _where_said(self, citation: CitationReply, wanted: str) -> CodeLine | None:
        file = self._files.get(citation.path)
        start, end = citation.start, citation.end
        if file is None or not 1 <= start <= end <= len(file.lines) or end - start >= _LINES_MAX:
            return None
        begin = file.ends[start - 2] if start > 1 else 0
        at = file.bare.find(wanted, begin, file.ends[end - 1])
        return _line(file, at) if at >= 0 else None

    def _only_place(self, wanted: str) -> CodeLine | None:
        found: list[CodeLine] = []
        for file in self._files.values():
            at = file.bare.find(wanted)
            while at >= 0 and len(found) < _SPOTS_MAX:
                found.append(_line(file, at))
                at = file.bare.find(wanted, at + 1)
        return found[0] if len(found) == 1 else None


def _file(path: str, lines: Sequence[str]) -> _File:
    bare = [_bare(line) for line in lines]
    return _File(path, lines, "".join(bare), list(accumulate(map(len, bare))))


def _bare(text: str) -> str:
    """In NFC without white space, with what is never sent to a model gone: as quotes are compared."""
    return "".join(nfc(neutralised(text)).split())


def _line(file: _File, at: int) -> CodeLine:
    number = bisect_right(file.ends, at) + 1
    return CodeLine(file.path, number, file.lines[number - 1].strip())
