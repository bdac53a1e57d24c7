"""R16: a code block that is never closed."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.in_readme import document, placed
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule

# What is no code: a heading, a picture, a link, a table's rule, a block that begins.
_NO_CODE = re.compile(
    r"#{2,6} \S|!?\[[^\]]*\]\(|<(?:img|br|div|p|h\d)\b|\|[\s:|-]+\|$|(?:```|~~~)\w", re.IGNORECASE
)


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """A fence without its end: all that follows is shown as code, of which some is none.

    Where only code follows, up to the end of the file, nobody sees that the end is missing.
    """
    found = document(facts)
    if facts.readme is None or found is None:
        return
    for block in found.code_blocks:
        rest = facts.readme.lines[block.start : block.end]
        if not block.closed and any(_NO_CODE.match(line.strip()) for line in rest):
            yield placed(facts, Hit(block.start, block.start, {"lines": str(block.end - block.start)}))


RULE = RepositoryRule("R16", "readme", "medium", "high", check)
