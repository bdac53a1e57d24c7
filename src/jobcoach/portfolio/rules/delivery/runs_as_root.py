"""D04: a container that runs the program as root."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.inventory.file_info import SourceText
from jobcoach.portfolio.rules.dockerfile import Stage, is_dockerfile, stages
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule

# These images give up root by themselves, or a privileged port is what they are for.
_SAFE_IMAGES = re.compile(
    r"(?:^|/)(?:nginx|httpd|caddy|haproxy|traefik|postgres|mysql|mariadb|redis|mongo|elasticsearch|kibana|logstash|rabbitmq|"
    r"grafana|prometheus|jenkins|kafka|zookeeper|localstack|selenium|tomcat)\b|nonroot|unprivileged|bitnami|^scratch$|distroless.*debug-nonroot",
    re.IGNORECASE,
)
_PROGRAM = re.compile(
    r"\b(?:java|node|npm|yarn|pnpm|python3?|gunicorn|uvicorn|flask|django|streamlit|bun|deno|rails|php|dotnet)\b"
)
_SAID_ELSEWHERE = re.compile(
    r"^\s*(?:runAsNonRoot: *true|runAsUser: *[1-9]|user: *[\"']?(?!root\b|0\b)\S)", re.MULTILINE
)
_GIVES_UP_ROOT = re.compile(r"gosu|su-exec|setpriv|su -c|runuser|--user")


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """The last stage starts a program and says USER nowhere, nor does the stage it stands on.

    Where a manifest or a compose file says who runs it, nothing is found.
    """
    if any(
        _SAID_ELSEWHERE.search(text.text) for text in facts.texts.values() if text.info.language == "YAML"
    ):
        return
    for path in sorted(facts.texts):
        source = facts.texts[path]
        hit = _start_as_root(source) if is_dockerfile(source.info) else None
        if hit is not None:
            yield PlacedHit(path, hit)


def _start_as_root(source: SourceText) -> Hit | None:
    found = stages(source)
    if not found or any(_GIVES_UP_ROOT.search(line) for line in source.lines):
        return None
    last = found[-1]
    starts = [each for each in last.instructions if each.keyword in ("CMD", "ENTRYPOINT")]
    if not starts or not _PROGRAM.search(" ".join(each.arguments for each in starts)):
        return None
    if any(_says_user(stage) for stage in _stands_on(last, found)):
        return None
    return Hit(starts[-1].start, starts[-1].end)


def _stands_on(stage: Stage, found: tuple[Stage, ...]) -> Iterator[Stage]:
    named = {each.name: each for each in found if each.name}
    for _ in found:
        yield stage
        below = named.get(stage.image.lower())
        if below is None or below is stage:
            return
        stage = below


def _says_user(stage: Stage) -> bool:
    if _SAFE_IMAGES.search(stage.image) or "$" in stage.image:
        return True
    return any(each.keyword == "USER" for each in stage.instructions)


RULE = RepositoryRule("D04", "delivery", "low", "high", check, most_findings=3)
