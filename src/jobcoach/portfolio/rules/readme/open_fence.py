"""R16: a code block that is never closed."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.in_readme import document, placed
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule

_LINES_SWALLOWED = 2


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """A fence without its end: all that follows is shown as code."""
    found = document(facts)
    if facts.readme is None or found is None:
        return
    for block in found.code_blocks:
        rest = [line for line in facts.readme.lines[block.start : block.end] if line.strip()]
        if not block.closed and len(rest) >= _LINES_SWALLOWED:
            yield placed(facts, Hit(block.start, block.start, {"lines": str(block.end - block.start)}))


RULE = RepositoryRule("R16", "readme", "medium", "high", check)
