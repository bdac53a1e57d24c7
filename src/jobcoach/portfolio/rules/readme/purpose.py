"""R04: nothing says what the project is for."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.facts.readme_document import ReadmeDocument, readme_document
from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.in_readme import placed, prose_length, readmes, sections_titled, spoken
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule
from jobcoach.portfolio.rules.tables import pattern

_WITHOUT_SPACES = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]{5}")
_A_SENTENCE = 20
_A_SPEAKING_TITLE = 40
_ENOUGH_OF_OTHER = 80


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """A README with text, but with neither a sentence of its own nor a section on what it is about."""
    documents = [readme_document(text) for text in readmes(facts)]
    if not documents or any(_says_what(found) for found in documents):
        return
    if max(prose_length(found) for found in documents) >= _ENOUGH_OF_OTHER or documents[0].code_blocks:
        yield placed(facts, Hit(1, 1))


def _says_what(found: ReadmeDocument) -> bool:
    if sections_titled(found, pattern("readme", "about")):
        return True
    headings = {section.start for section in found.sections}
    return any(
        spoken(text) >= (_A_SPEAKING_TITLE if line in headings else _A_SENTENCE)
        for line, text in found.prose
        if _may_be_a_sentence(text) and not pattern("readme", "step").search(text)
    )


def _may_be_a_sentence(text: str) -> bool:
    """Words in a row; Chinese and Japanese put no spaces between them."""
    return "|" not in text and (" " in text or _WITHOUT_SPACES.search(text) is not None)


RULE = RepositoryRule("R04", "readme", "medium", "medium", check)
