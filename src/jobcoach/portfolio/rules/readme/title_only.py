"""R02: a README with hardly more than its title."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.readme_document import readme_document
from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.in_readme import is_hardly_more_than_a_title, placed, prose_length, readmes
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule

_LETTERS_SURE = 40


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """A title, and next to nothing else in any translation."""
    if facts.readme is None or not is_hardly_more_than_a_title(facts):
        return
    documents = [readme_document(text) for text in readmes(facts)]
    letters = max(prose_length(found) for found in documents)
    sure = letters < _LETTERS_SURE and not any(found.links for found in documents)
    yield placed(facts, Hit(1, max(1, len(facts.readme.lines)), confidence="high" if sure else "medium"))


RULE = RepositoryRule("R02", "readme", "high", "high", check)
