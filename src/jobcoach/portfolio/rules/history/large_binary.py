"""H06: a large file in git itself."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule

_MIB = 1 << 20
_LARGE_BYTES = 10 * _MIB
_WRITTEN = ("source", "test", "config")


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """10 MiB and more, the largest first. Sizes that the server did not tell are not known."""
    large = [
        info
        for info in facts.inventory
        if info.entry.size_bytes >= _LARGE_BYTES and info.file_class not in _WRITTEN
    ]
    for info in sorted(large, key=lambda info: (-info.entry.size_bytes, info.path)):
        details = {"mebibytes": str(info.entry.size_bytes // _MIB)}
        yield PlacedHit(info.path, Hit(1, 1, details, quote=""))


RULE = RepositoryRule("H06", "history", "low", "high", check, most_findings=3)
