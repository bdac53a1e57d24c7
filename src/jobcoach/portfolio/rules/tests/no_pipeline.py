"""T05: nothing checks a change by itself."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.pipelines import has_pipeline
from jobcoach.portfolio.rules.project import is_collection, is_seen_whole, is_substantial
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """No file of any service for continuous integration."""
    if (
        is_substantial(facts)
        and not is_collection(facts)
        and is_seen_whole(facts)
        and not has_pipeline(facts)
    ):
        yield PlacedHit(None, Hit(1, 1))


RULE = RepositoryRule("T05", "tests", "medium", "high", check)
