"""R17: text of the README that waits for its author."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.in_readme import document, placed
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule
from jobcoach.portfolio.rules.tables import pattern


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """Lines that say no more than that something will be written here."""
    found = document(facts)
    if found is None:
        return
    headings = {section.start for section in found.sections}
    for line, text in found.prose:
        if line not in headings and pattern("readme", "placeholder").search(text[:300]):
            yield placed(facts, Hit(line, line))


RULE = RepositoryRule("R17", "readme", "medium", "high", check, most_findings=3)
