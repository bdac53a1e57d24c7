"""D09: all of the folder goes into the image."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.dockerfile import is_dockerfile, stages
from jobcoach.portfolio.rules.project import is_seen_whole
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule

_ALL = re.compile(r"(?:--(?!from)\S+\s+)*(?:\.|\./)\s+\S+\s*")


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """``COPY . .`` and no ``.dockerignore`` anywhere: ``.git``, ``.env`` and ``node_modules`` go along."""
    if not is_seen_whole(facts) or any(info.path.endswith(".dockerignore") for info in facts.inventory):
        return
    for path in sorted(facts.texts):
        source = facts.texts[path]
        if not is_dockerfile(source.info):
            continue
        copies = [
            each
            for stage in stages(source)
            for each in stage.instructions
            if each.keyword in ("COPY", "ADD") and _ALL.fullmatch(each.arguments)
        ]
        if copies:
            yield PlacedHit(path, Hit(copies[0].start, copies[0].end))


RULE = RepositoryRule("D09", "delivery", "low", "high", check, most_findings=3)
