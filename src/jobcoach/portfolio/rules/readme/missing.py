"""R01: no README."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.readme import is_readme
from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule

_SHOWN_IN = ("", ".github/", "docs/", "doc/")


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """Nothing where a front page would show it; one that could not be read is one."""
    readmes = [info.path for info in facts.inventory if is_readme(info.path)]
    shown = [path for path in readmes if path.lower()[: path.rfind("/") + 1] in _SHOWN_IN]
    if facts.readme is None and not shown and facts.inventory:
        yield PlacedHit(None, Hit(1, 1, confidence="medium" if readmes else "high"))


RULE = RepositoryRule("R01", "readme", "high", "high", check)
