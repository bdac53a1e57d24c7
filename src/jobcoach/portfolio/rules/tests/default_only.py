"""T02: only the tests that a generator wrote."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.generated_tests import is_generated_test
from jobcoach.portfolio.rules.project import is_collection, is_substantial
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule
from jobcoach.portfolio.rules.test_files import is_test, test_files


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """Every test file has a generator's name (``defaults_left.toml``) and no more lines than it wrote."""
    if not is_substantial(facts) or is_collection(facts):
        return
    known = test_files(facts)
    unread = sum(is_test(info) for info in facts.inventory) - sum(is_test(file.info) for file in facts.files)
    if not known or unread or not all(is_generated_test(file) for file in known):
        return
    told = [file for file in known if not file.info.path.endswith("__init__.py")] or known
    for file in told:
        yield PlacedHit(file.info.path, Hit(1, max(1, file.lines)))


RULE = RepositoryRule("T02", "tests", "high", "high", check, most_findings=3)
