"""R02: a README with hardly more than its title."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.readme_document import readme_document
from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.in_readme import placed, prose_length, readmes
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule

_LETTERS_MIN = 80
_LETTERS_SURE = 40


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """Fewer letters of prose than two short sentences have, no code, no pictures, in any translation."""
    documents = [readme_document(text) for text in readmes(facts)]
    if facts.readme is None or any(found.code_blocks or len(found.links) > 2 for found in documents):
        return
    letters = max(prose_length(found) for found in documents)
    if letters < _LETTERS_MIN:
        sure = letters < _LETTERS_SURE and not any(found.links for found in documents)
        yield placed(facts, Hit(1, max(1, len(facts.readme.lines)), confidence="high" if sure else "medium"))


RULE = RepositoryRule("R02", "readme", "high", "high", check)
