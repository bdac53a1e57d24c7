"""H04: the work is on a branch that a visitor does not see."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.project import is_substantial
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule
from jobcoach.text import one_line

_AHEAD_MIN = 20
_AHEAD_OF_ALL = 0.3
# Published pages, bots, and branches that are kept beside: editions, releases, copies.
_BESIDE = re.compile(
    r"(?:gh-)?pages$|dependabot/|renovate/|v?\d[\d.x_-]*$|(?:release|hotfix|backup|archive|legacy|old|copy)(?:[/_.-]|$)",
    re.IGNORECASE,
)


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """A branch that is ahead of the one shown by 20 commits and by three tenths of what is there.

    With a program on the one shown it is a guess: where branches are squashed into it, all seem ahead.
    """
    history = facts.history
    if history is None:
        return
    ahead = [
        (branch.commits_ahead, branch.name)
        for branch in history.branches
        if branch.commits_ahead is not None and not _BESIDE.match(branch.name)
    ]
    if not ahead:
        return
    most, name = max(ahead)
    if most >= _AHEAD_MIN and most >= history.commits * _AHEAD_OF_ALL:
        details = {"branch": one_line(name)[:80], "commits": str(most)}
        sure = history.complete and not is_substantial(facts)
        yield PlacedHit(None, Hit(1, 1, details, None if sure else "low"))


RULE = RepositoryRule("H04", "history", "medium", "medium", check)
