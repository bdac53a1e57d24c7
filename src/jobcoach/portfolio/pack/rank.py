"""How much a file tells of a repository: who imports it, how often it changed, what was found in it."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from jobcoach.portfolio.facts.repository import FileFacts
from jobcoach.portfolio.review import Finding
from jobcoach.portfolio.rules.in_code import is_aside
from jobcoach.portfolio.score import points_of
from jobcoach.portfolio.source.snapshot import History

_IMPORTED, _CHANGED, _FOUND, _COMPLEX = 2.0, 1.5, 0.2, 0.5
_ASIDE_FACTOR = 0.2
_STEM_CHARACTERS_MIN = 3
_WITH_HEADERS = frozenset({"C", "C++", "Objective-C"})


def ranks(
    files: Sequence[FileFacts], findings: Iterable[Finding], churn: Mapping[str, int]
) -> dict[str, float]:
    """Path -> rank, above 0. Counts are taken by their logarithm: ten importers are not ten times one.

    ``churn``: path -> commits that changed it.
    """
    imported = imported_by(files)
    found: Counter[str] = Counter()
    for finding in findings:
        for path in {evidence.path for evidence in finding.evidence}:
            found[path] += round(points_of(finding))
    return {file.info.path: _rank(file, imported, churn, found) for file in files}


def churn_of(history: History | None) -> dict[str, int]:
    """Path -> commits that changed it, of those whose changes are known."""
    commits = history.commits if history is not None else ()
    return dict(Counter(path for commit in commits for path in commit.files_changed or ()))


def imported_by(files: Iterable[FileFacts]) -> Counter[str]:
    """Stem of a file's name -> files that import something of that name."""
    counts: Counter[str] = Counter()
    for file in files:
        own = stem(file.info.path)
        counts.update({_imported(name, file.info.language) for name in file.imports} - {own, ""})
    return counts


def _imported(name: str, language: str) -> str:
    """A header is included by its file's name: ``<queue>`` is the library's, ``queue.hpp`` is a file."""
    if language in _WITH_HEADERS:
        return stem(name) if "." in name else ""
    return last_part(name)


def last_part(name: str) -> str:
    """What an import names: ``a.b.Member`` and ``../b/Member.js`` -> Member."""
    part = name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    return part.split(".", 1)[0] if "/" in name else part.rsplit(".", 1)[-1]


def stem(path: str) -> str:
    """A file's name without its endings."""
    return path.rpartition("/")[2].split(".", 1)[0]


def _rank(
    file: FileFacts, imported: Mapping[str, int], churn: Mapping[str, int], found: Mapping[str, int]
) -> float:
    path = file.info.path
    name = stem(path)
    importers = imported.get(name, 0) if len(name) >= _STEM_CHARACTERS_MIN else 0
    paths_through = sum(function.complexity for function in file.functions)
    rank = (
        1.0
        + _IMPORTED * math.log1p(importers)
        + _CHANGED * math.log1p(churn.get(path, 0))
        + _FOUND * found.get(path, 0)
        + _COMPLEX * math.log1p(paths_through)
    )
    return rank * (_ASIDE_FACTOR if is_aside(path) and file.info.file_class == "source" else 1.0)
