"""H02: commit messages that would fit any commit."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.messages import says_nothing
from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule
from jobcoach.portfolio.secrets.mask import mask_secrets
from jobcoach.text import one_line

_COMMITS_MIN = 8
_SHARE = 0.3
_SHARE_SURE = 0.5
_EXAMPLES = 3


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """A third of the subjects say nothing of what was changed."""
    history = facts.history
    if history is None or history.commits < _COMMITS_MIN or history.empty_message_share < _SHARE:
        return
    empty = dict.fromkeys(subject for subject in history.subjects if subject and says_nothing(subject))
    examples = ", ".join(f"“{mask_secrets(one_line(subject))}”" for subject in list(empty)[:_EXAMPLES])
    details = {"percent": f"{history.empty_message_share:.0%}", "examples": examples or "“”"}
    sure = history.empty_message_share >= _SHARE_SURE and history.complete
    yield PlacedHit(None, Hit(1, 1, details, "high" if sure else "medium"))


RULE = RepositoryRule("H02", "history", "low", "high", check)
