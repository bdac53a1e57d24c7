"""H01: the whole program came in one commit."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.project import is_substantial, product_lines
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule

_COMMITS_FEW = 3
_COMMITS_SOME = 10
_ALMOST_ALL = 0.9
_LINES_OF_MANY_DAYS = 500


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """At most three commits, or nine tenths of all changes in one of ten. A cut history says nothing."""
    history = facts.history
    if history is None or not history.complete or history.commits == 0 or not is_substantial(facts):
        return
    share = history.largest_commit_share
    few = history.commits <= _COMMITS_FEW
    dumped = share is not None and share >= _ALMOST_ALL and history.commits <= _COMMITS_SOME
    if few or dumped:
        sure = product_lines(facts) >= _LINES_OF_MANY_DAYS
        details = {"commits": str(history.commits)}
        yield PlacedHit(None, Hit(1, 1, details, "high" if sure else "medium"))


RULE = RepositoryRule("H01", "history", "medium", "high", check)
