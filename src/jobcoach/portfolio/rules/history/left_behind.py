"""H08: leavings of an editor or an operating system were committed."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.committed_files import committed
from jobcoach.portfolio.rules.rule import PlacedHit, RepositoryRule


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """``.DS_Store``, ``workspace.xml`` and their like: each kind once."""
    return committed(facts, "left_behind")


RULE = RepositoryRule("H08", "history", "low", "high", check, most_findings=3)
