"""H04: the work is on a branch that a visitor does not see."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule
from jobcoach.text import one_line

_AHEAD_MIN = 20
_AHEAD_OF_ALL = 0.3
_PUBLISHED = ("gh-pages", "pages", "dependabot/", "renovate/")


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """A branch that is ahead of the one shown by 20 commits and by three tenths of what is there."""
    history = facts.history
    if history is None:
        return
    ahead = [
        (branch.commits_ahead, branch.name)
        for branch in history.branches
        if branch.commits_ahead is not None and not branch.name.startswith(_PUBLISHED)
    ]
    if not ahead:
        return
    most, name = max(ahead)
    if most >= _AHEAD_MIN and most >= history.commits * _AHEAD_OF_ALL:
        details = {"branch": one_line(name)[:80], "commits": str(most)}
        yield PlacedHit(None, Hit(1, 1, details, None if history.complete else "low"))


RULE = RepositoryRule("H04", "history", "medium", "medium", check)
