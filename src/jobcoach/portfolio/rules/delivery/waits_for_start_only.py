"""D07: a service that waits for its database to start, not for it to be ready."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.facts.yaml_tree import Node, read_yaml
from jobcoach.portfolio.inventory.file_info import SourceText
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule

_FILE = re.compile(r"(?:^|/)(?:docker-)?compose[^/]*\.ya?ml$")
_READY = re.compile(r"service_healthy|service_completed|wait-for|dockerize|wait_for", re.IGNORECASE)
_NEEDS_TIME = re.compile(
    r"(?:[\w.-]+/)*(?:mysql|mariadb|postgres|postgis|mongo|oracle|mssql|rabbitmq|kafka|cp-kafka|elasticsearch|"
    r"opensearch|cassandra)\b",
    re.IGNORECASE,
)


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """``depends_on`` of a database or broker without a condition, and nothing that waits or starts again."""
    for path in sorted(facts.texts):
        if _FILE.search(path) and not _READY.search(facts.texts[path].text):
            line = _waiting_line(facts.texts[path])
            if line is not None:
                yield PlacedHit(path, Hit(line, line))


def _waiting_line(source: SourceText) -> int | None:
    try:
        documents = read_yaml(source.text)
    except ValueError:
        return None
    services = dict((documents[0].get("services") or documents[0]).items()) if documents else {}
    slow = {name for name, service in services.items() if _NEEDS_TIME.match(service.text_of("image"))}
    for service in services.values():
        waits = service.get("depends_on")
        if waits is not None and _is_own(service) and slow & _awaited(waits):
            return _line_of_key(source, waits.line)
    return None


def _is_own(service: Node) -> bool:
    """A program of the project, built here, that is not started again when it finds no database.

    Others' images (Kibana, SonarQube, Kafdrop) try again by themselves.
    """
    if service.text_of("restart").strip() not in ("", "no") or service.get("deploy", "restart_policy"):
        return False
    return service.get("build") is not None or service.get("image") is None


def _awaited(waits: Node) -> set[str]:
    return {entry.text for entry in waits.entries()} | {name for name, _ in waits.items()}


def _line_of_key(source: SourceText, line: int) -> int:
    """A list in block style begins below its key."""
    lines = source.lines
    return next((number for number in range(line, 0, -1) if "depends_on" in lines[number - 1]), line)


RULE = RepositoryRule("D07", "delivery", "low", "medium", check, most_findings=3)
