"""D03: nobody is told what they may do with the code."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.in_readme import any_line
from jobcoach.portfolio.rules.project import is_seen_whole, is_substantial
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule

_FILE = re.compile(r"(?:^|/)(?:licen[cs]e|copying|unlicense|mit-license)[^/]*$", re.IGNORECASE)
_NAMED = re.compile(r"\blicen[cs]ed?\b|라이[선센]스|all rights reserved", re.IGNORECASE)


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """No licence file, and no word of one in the README or package.json."""
    if not is_substantial(facts) or not is_seen_whole(facts) or any_line(facts, _NAMED):
        return
    manifests = [
        text
        for path, text in facts.texts.items()
        if path.endswith(("package.json", "pyproject.toml", "pom.xml"))
    ]
    if any(_NAMED.search(line[:1000]) for text in manifests for line in text.lines):
        return
    if not any(_FILE.search(info.path) for info in facts.inventory if info.file_class != "vendored"):
        yield PlacedHit(None, Hit(1, 1))


RULE = RepositoryRule("D03", "delivery", "low", "high", check)
