"""R12: a list of technologies without a reason for any."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.readme_document import ReadmeDocument, Section, readme_document
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
        if _A_STACK <= section.end - section.start <= _WHOLE_README and _is_listed(found, section)
    ]
    links = [link for text in readmes(facts) for link in readme_document(text).links if link.kind == "link"]
    explained = any(pattern("readme", "elsewhere").search(link.target) for link in links)
    if sections and not explained and not any_line(facts, pattern("readme", "reason")):
        yield placed(facts, Hit(sections[0].start, sections[0].end))


def _is_listed(found: ReadmeDocument, section: Section) -> bool:
    """Whether it names technologies in words or badges: what a picture of them says is not known."""
    headings = {each.start for each in found.sections}
    inside = range(section.start + 1, section.end + 1)
    said = any(line in inside and line not in headings and text.strip("| -:") for line, text in found.prose)
    return said or any(
        link.line in inside and link.kind == "image" and pattern("readme", "badge").search(link.target)
        for link in found.links
    )


RULE = RepositoryRule("R12", "readme", "low", "medium", check)
