"""D02: a requirements.txt that names packages and no versions."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.inventory.file_info import SourceText
from jobcoach.portfolio.rules.in_code import is_aside
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule

_NAME = re.compile(r"requirements(?:[-_./](?:base|prod|production|common|main))?\.txt$", re.IGNORECASE)
_REQUIREMENT = re.compile(r"[A-Za-z0-9][\w.-]*(?:\[[\w,\s-]*\])?\s*(?P<version>[=<>~!@].*)?(?:;.*|#.*)?$")
_LOCKS = frozenset(
    {"poetry.lock", "uv.lock", "pipfile.lock", "pdm.lock", "requirements.lock", "conda-lock.yml"}
)
_PACKAGES_MIN = 3
_MOSTLY = 0.7


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """Most lines have no version at all, and no other file locks them."""
    if any(info.path.rpartition("/")[2].lower() in _LOCKS for info in facts.inventory):
        return
    for path in sorted(facts.texts):
        if _NAME.search(path) and not is_aside(path) and (lines := _bare_lines(facts.texts[path])):
            yield PlacedHit(path, Hit(lines[0], lines[-1]))


def _bare_lines(source: SourceText) -> list[int]:
    """The lines without a version, empty if they are few."""
    found = {
        number: match
        for number, line in enumerate(source.lines, start=1)
        if (match := _REQUIREMENT.fullmatch(line.strip()[:300]))
    }
    bare = [number for number, match in found.items() if not match["version"]]
    return bare if len(found) >= _PACKAGES_MIN and len(bare) >= len(found) * _MOSTLY else []


RULE = RepositoryRule("D02", "delivery", "low", "high", check, most_findings=3)
