"""T05: nothing checks a change by itself."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.in_readme import any_line
from jobcoach.portfolio.rules.pipelines import has_pipeline
from jobcoach.portfolio.rules.project import is_collection, is_seen_whole, is_substantial
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule
from jobcoach.portfolio.rules.tables import pattern


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """No file of any service for continuous integration. A guess where the README names one."""
    if (
        is_substantial(facts)
        and not is_collection(facts)
        and is_seen_whole(facts)
        and not has_pipeline(facts)
    ):
        named = any_line(facts, pattern("tests", "pipeline_elsewhere"))
        yield PlacedHit(None, Hit(1, 1, confidence="low" if named else None))


RULE = RepositoryRule("T05", "tests", "medium", "high", check)
