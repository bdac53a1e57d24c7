"""H07: nothing keeps build output and secrets out of git."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.project import is_seen_whole, is_substantial
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """No ``.gitignore`` in any folder."""
    if not is_substantial(facts) or not is_seen_whole(facts):
        return
    if not any(info.path.rpartition("/")[2] == ".gitignore" for info in facts.inventory):
        yield PlacedHit(None, Hit(1, 1))


RULE = RepositoryRule("H07", "history", "low", "high", check)
