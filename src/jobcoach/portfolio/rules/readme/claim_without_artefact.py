"""R14: a figure with a method or a baseline, of which the repository shows nothing."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.in_claims import claims_backed_by
from jobcoach.portfolio.rules.rule import PlacedHit, RepositoryRule


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """Claims that say how they came about, but cannot be repeated from what is here."""
    yield from claims_backed_by(facts, "baseline")
    yield from claims_backed_by(facts, "method")


RULE = RepositoryRule("R14", "readme", "low", "medium", check, most_findings=3)
