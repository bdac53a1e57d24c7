"""R08: a product with screens of which the README shows none."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.readme_document import Link, readme_document
from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.in_readme import any_line, is_hardly_more_than_a_title, placed, readmes
from jobcoach.portfolio.rules.project import has_screens, is_collection, is_substantial
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule
from jobcoach.portfolio.rules.tables import pattern


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """Neither a picture that is no badge, nor a film, nor a link to the running product."""
    if facts.readme is None or not has_screens(facts) or not is_substantial(facts) or is_collection(facts):
        return
    if is_hardly_more_than_a_title(facts):
        return
    links = [link for text in readmes(facts) for link in readme_document(text).links]
    if not any(_shows(link) for link in links) and not any_line(facts, pattern("readme", "demo_words")):
        yield placed(facts, Hit(1, 1))


def _shows(link: Link) -> bool:
    if pattern("readme", "demo_page").search(link.target):
        return True
    return link.kind == "image" and pattern("readme", "badge").search(link.target) is None


RULE = RepositoryRule("R08", "readme", "medium", "high", check)
