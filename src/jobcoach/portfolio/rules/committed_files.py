"""Files that are in the repository and should not be, told by their paths."""

import re
from collections import Counter
from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.inventory.file_info import FileInfo
from jobcoach.portfolio.rules.rule import Hit, PlacedHit
from jobcoach.portfolio.rules.tables import pattern

# Test data may look like anything on purpose.
_MEANT = re.compile(
    r"(?:^|/)(?:fixtures?|testdata|test-data|__fixtures__|submissions|[^/]*examples?[^/]*|[^/]*samples?[^/]*)/",
    re.IGNORECASE,
)


def committed(facts: RepositoryFacts, row: str) -> Iterator[PlacedHit]:
    """One hit a place (the folder that was committed, or the kind of file), the largest first.

    ``row`` names two rows of ``history/patterns.toml``: ``<row>_folders`` and ``<row>_files``.
    """
    places: Counter[str] = Counter()
    firsts: dict[str, FileInfo] = {}
    folders: dict[str, str | None] = {}
    for info in facts.inventory:
        folder, slash, name = info.path.rpartition("/")
        if folder not in folders:
            folders[folder] = _within(pattern("history", f"{row}_folders"), folder + slash)
        place = folders[folder] or _kind(pattern("history", f"{row}_files"), name)
        if place is not None and not _is_meant(info):
            places[place] += 1
            firsts.setdefault(place, info)
    for place, count in sorted(places.items(), key=lambda pair: (-pair[1], pair[0])):
        details = {"place": place[:120], "count": str(count)}
        yield PlacedHit(firsts[place].path, Hit(1, 1, details, quote=""))


def _is_meant(info: FileInfo) -> bool:
    return _MEANT.search(info.path) is not None


def _within(folders: re.Pattern[str], path: str) -> str | None:
    """The path up to the folder that should not be there."""
    match = folders.search(f"/{path}")
    return path[: match.end() - 1] if match else None


def _kind(files: re.Pattern[str], name: str) -> str | None:
    """The ending of a file that should not be there, or its name where it has none."""
    if files.search(name) is None:
        return None
    dot = name.rfind(".")
    return f"*{name[dot:]}" if dot > 0 else name
