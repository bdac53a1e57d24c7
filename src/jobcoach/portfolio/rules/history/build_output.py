"""H05: what a build makes again was committed."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.committed_files import committed
from jobcoach.portfolio.rules.rule import PlacedHit, RepositoryRule


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """Installed packages, compiled classes, caches: each place once."""
    return committed(facts, "build_output")


RULE = RepositoryRule("H05", "history", "medium", "high", check, most_findings=3)
