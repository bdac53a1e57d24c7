"""T01: a program without tests."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.project import is_collection, is_seen_whole, is_substantial, product_lines
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule
from jobcoach.portfolio.rules.test_files import is_test

_LINES_SURE = 500


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """No file is a test by its name or folder. A path that speaks of tests makes it unsure."""
    if not is_substantial(facts) or is_collection(facts) or not is_seen_whole(facts):
        return
    if any(is_test(info) for info in facts.inventory):
        return
    lines = product_lines(facts)
    named = any("test" in info.path.lower() for info in facts.inventory if info.file_class == "source")
    sure = lines >= _LINES_SURE and not named
    yield PlacedHit(None, Hit(1, 1, {"lines": str(lines)}, "high" if sure else "medium"))


RULE = RepositoryRule("T01", "tests", "high", "high", check)
