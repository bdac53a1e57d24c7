"""R13: a figure in the README that stands alone."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.in_claims import claims_backed_by
from jobcoach.portfolio.rules.rule import PlacedHit, RepositoryRule


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """Claims behind which neither a method nor a baseline nor an artefact was found."""
    return claims_backed_by(facts, "none")


RULE = RepositoryRule("R13", "readme", "medium", "medium", check)
