"""Cited lines with what stands around them, for a report that shows code. Secrets masked."""

from collections.abc import Iterable, Mapping
from itertools import chain

from jobcoach.portfolio.cited_lines import CitedFile, Span, read_cited
from jobcoach.portfolio.evidence import Evidence
from jobcoach.portfolio.inventory.file_info import FileInfo
from jobcoach.portfolio.review import Review
from jobcoach.portfolio.source.snapshot import Snapshot

Excerpt = tuple[tuple[int, str], ...]
"""Lines with their numbers, from 1."""
Excerpts = Mapping[tuple[str, int, int], Excerpt]
"""By path, first and last cited line."""

_LINES_AROUND = 2
_CITED_LINES_MAX = 12


def read_excerpts(snapshot: Snapshot, inventory: Iterable[FileInfo], review: Review) -> Excerpts:
    """An excerpt for each citation of the review whose lines can be read."""
    places = {(each.path, each.start, each.end) for each in _citations(review)}
    wanted: dict[str, list[Span]] = {}
    for path, start, end in sorted(places):
        wanted.setdefault(path, []).append(_span(start, end))
    cited = read_cited(snapshot, inventory, wanted)
    return {place: excerpt for place in places if (excerpt := _excerpt(place, cited))}


def _citations(review: Review) -> Iterable[Evidence]:
    return chain(
        (evidence for finding in review.findings for evidence in finding.evidence),
        (evidence for question in review.questions for evidence in question.evidence),
    )


def _span(start: int, end: int) -> Span:
    return max(1, start - _LINES_AROUND), min(end, start + _CITED_LINES_MAX) + _LINES_AROUND


def _excerpt(place: tuple[str, int, int], cited: Mapping[str, CitedFile]) -> Excerpt:
    path, start, end = place
    file = cited.get(path)
    if file is None:
        return ()
    first, last = _span(start, end)
    return tuple((number, file.lines[number]) for number in range(first, last + 1) if number in file.lines)
