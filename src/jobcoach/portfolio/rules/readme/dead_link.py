"""R09: a link of the README that leads to nothing in the repository."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.readme.dead_targets import dead_targets
from jobcoach.portfolio.rules.rule import PlacedHit, RepositoryRule


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """Relative links whose path is neither a file nor a folder of this commit."""
    return dead_targets(facts, "link")


RULE = RepositoryRule("R09", "readme", "low", "high", check)
