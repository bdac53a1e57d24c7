"""R11: a team project whose README does not say who did what."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.readme_document import readme_document
from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.in_readme import (
    any_line,
    is_hardly_more_than_a_title,
    placed,
    readmes,
    sections_titled,
)
from jobcoach.portfolio.rules.project import is_substantial, is_team
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule
from jobcoach.portfolio.rules.tables import pattern


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """Several people wrote a fair share, and no word for a role, a part or a contribution is in a README."""
    if facts.readme is None or not is_substantial(facts) or is_hardly_more_than_a_title(facts):
        return
    if not is_team(facts) or any_line(facts, pattern("readme", "role")):
        return
    documents = [readme_document(text) for text in readmes(facts)]
    teams = [
        section for found in documents[:1] for section in sections_titled(found, pattern("readme", "team"))
    ]
    line = teams[0].start if teams else 1
    yield placed(facts, Hit(line, line))


RULE = RepositoryRule("R11", "readme", "medium", "medium", check)
