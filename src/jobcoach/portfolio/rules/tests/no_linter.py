"""T07: neither a linter nor a formatter."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.project import is_collection, is_seen_whole, is_substantial
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule
from jobcoach.portfolio.rules.tables import pattern

# Their tool chains format and check by themselves.
_HAVE_THEIR_OWN = frozenset({"Go", "Rust"})
_MOSTLY = 0.5


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """No configuration file of such a tool, and none named in build files and pipelines."""
    if not is_substantial(facts) or is_collection(facts) or not is_seen_whole(facts):
        return
    if sum(found.share for found in facts.languages if found.name in _HAVE_THEIR_OWN) >= _MOSTLY:
        return
    if any(pattern("tests", "linter_file").search(info.path.rpartition("/")[2]) for info in facts.inventory):
        return
    texts = [text for text in facts.texts.values() if text.info.file_class != "doc"]
    if not any(pattern("tests", "linter_line").search(line[:1000]) for text in texts for line in text.lines):
        yield PlacedHit(None, Hit(1, 1))


RULE = RepositoryRule("T07", "tests", "low", "high", check)
