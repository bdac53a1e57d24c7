"""R05: the README does not say how to run the program."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.in_readme import any_line, placed
from jobcoach.portfolio.rules.project import is_collection, is_substantial
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule
from jobcoach.portfolio.rules.tables import pattern


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """A program, and in no README of the front page a heading on running it, nor a command that would."""
    if facts.readme is None or not is_substantial(facts) or is_collection(facts):
        return
    if not any(any_line(facts, pattern("readme", name)) for name in ("run_heading", "run_command")):
        yield placed(facts, Hit(1, 1))


RULE = RepositoryRule("R05", "readme", "high", "high", check)
