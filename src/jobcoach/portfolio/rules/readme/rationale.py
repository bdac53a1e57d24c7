"""R12: a list of technologies without a reason for any."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.readme_document import readme_document
from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.in_readme import any_line, document, placed, readmes, sections_titled
from jobcoach.portfolio.rules.project import is_collection, is_substantial
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule
from jobcoach.portfolio.rules.tables import pattern

_A_STACK, _WHOLE_README = 4, 80


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """A section on the technologies, and in no README a word of reason or a link to where it may stand."""
    found = document(facts)
    if found is None or not is_substantial(facts) or is_collection(facts):
        return
    sections = [
        section
        for section in sections_titled(found, pattern("readme", "stack"))
        if _A_STACK <= section.end - section.start <= _WHOLE_README
    ]
    links = [link for text in readmes(facts) for link in readme_document(text).links if link.kind == "link"]
    explained = any(pattern("readme", "elsewhere").search(link.target) for link in links)
    if sections and not explained and not any_line(facts, pattern("readme", "reason")):
        yield placed(facts, Hit(sections[0].start, sections[0].end))


RULE = RepositoryRule("R12", "readme", "low", "medium", check)
