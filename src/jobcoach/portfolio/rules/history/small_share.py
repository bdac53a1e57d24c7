"""H03: the candidate wrote little of a team project."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule

_COMMITS_MIN = 30
_OF_A_FAIR_SHARE = 0.4
_COUNTED = 0.02


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """Less than two fifths of what an even share would be, by commits, where the candidate is named."""
    history = facts.history
    if history is None or history.candidate is None or history.commits < _COMMITS_MIN:
        return
    people = sum(author.share >= _COUNTED for author in history.authors)
    if people < 2 or history.candidate.share >= _OF_A_FAIR_SHARE / people:
        return
    details = {"percent": f"{history.candidate.share:.0%}", "people": str(people)}
    yield PlacedHit(None, Hit(1, 1, details, None if history.complete else "low"))


RULE = RepositoryRule("H03", "history", "medium", "medium", check)
