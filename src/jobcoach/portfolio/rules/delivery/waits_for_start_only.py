"""D07: a service that waits for its database to start, not for it to be ready."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.inventory.file_info import SourceText
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule

_FILE = re.compile(r"(?:^|/)(?:docker-)?compose[^/]*\.ya?ml$")
_DEPENDS = re.compile(r"^\s+depends_on:\s*(?P<inline>\[[^\]]*\])?\s*(?:#.*)?$")
_READY = re.compile(r"service_healthy|service_completed|wait-for|dockerize|wait_for", re.IGNORECASE)
_NEEDS_TIME = re.compile(
    r"^\s+image:\s*[\"']?(?:[\w.-]+/)*(?:mysql|mariadb|postgres|postgis|mongo|oracle|mssql|rabbitmq|kafka|cp-kafka|elasticsearch|"
    r"opensearch|cassandra)\b",
    re.IGNORECASE,
)


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """``depends_on`` without a condition in a file with a database or broker, and nothing else that waits."""
    for path in sorted(facts.texts):
        if not _FILE.search(path):
            continue
        line = _waiting_line(facts.texts[path])
        if line is not None:
            yield PlacedHit(path, Hit(line, line))


def _waiting_line(source: SourceText) -> int | None:
    text = [line[:500] for line in source.lines]
    if any(_READY.search(line) for line in text) or not any(_NEEDS_TIME.search(line) for line in text):
        return None
    return next((number for number, line in enumerate(text, start=1) if _DEPENDS.match(line)), None)


RULE = RepositoryRule("D07", "delivery", "low", "medium", check, most_findings=3)
