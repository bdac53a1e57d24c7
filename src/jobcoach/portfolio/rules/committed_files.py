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
    """One hit a kind of place: the folder's name, or the kind of file. The largest first.

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
    """The name of the folder that should not be there."""
    match = folders.search(f"/{path}")
    return f"{match.group().split('/')[1]}/" if match else None


def _kind(files: re.Pattern[str], name: str) -> str | None:
    """A file that should not be there: by its ending, if that is what tells, or by its name."""
    match = files.search(name)
    if match is None:
        return None
    return f"*{name[match.start() :]}" if match.start() else name
