"""D08: variables that must be set, and nobody says which."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.inventory.file_info import SourceText
from jobcoach.portfolio.rules.in_readme import any_line
from jobcoach.portfolio.rules.project import is_seen_whole
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule

_EXAMPLE = re.compile(
    r"(?:^|/)(?:\.?env[._-](?:example|sample|template|dist|default|local\.example|development|dev|test|local|ci)[^/]*|[^/]*(?:example|sample|template)[^/]*env[^/]*|"
    r"\.env|env\.d\.ts|application-(?:local|dev|test|example)[^/]*|[^/]*\.env)$",
    re.IGNORECASE,
)
_READS = re.compile(r"(?:^|/)(?:(?:docker-)?compose[^/]*\.ya?ml|application[^/]*\.(?:ya?ml|properties))$")
_VARIABLE = re.compile(r"(?<!\$)\$\{([A-Z][A-Z0-9_]{2,})\}")
_ENV_FILE = re.compile(r"^\s+env_file:|^\s+-\s+\.env\b")
_TOLD = re.compile(
    r"\.env\b|환경 ?변수|environment variables?|secrets?\.ya?ml|application-\w+\.ya?ml", re.IGNORECASE
)
_SECRETS_ELSEWHERE = ("jasypt", "vault", "secretsmanager", "parameterstore", "config-server", "configserver")
_VARIABLES_MIN = 2


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """Variables without a default in compose or Spring settings, no example, no word in the README."""
    if not is_seen_whole(facts) or any(_EXAMPLE.search(info.path) for info in facts.inventory):
        return
    if any_line(facts, _TOLD) or any(
        name in facts.texts[path].text for path in facts.texts for name in _SECRETS_ELSEWHERE
    ):
        return
    for path in sorted(facts.texts):
        lines = _needing(facts.texts[path]) if _READS.search(path) and "/test/" not in path else []
        if lines:
            yield PlacedHit(path, Hit(lines[0], lines[0], {"count": str(len(lines))}))


def _needing(source: SourceText) -> list[int]:
    """The lines with a variable that has no default, if there are enough of them."""
    found = {number: line for number, line in enumerate(source.lines, 1) if not line.lstrip().startswith("#")}
    names = {name for line in found.values() for name in _VARIABLE.findall(line[:1000])}
    lines = [number for number, line in found.items() if _VARIABLE.search(line[:1000])]
    if len(names) >= _VARIABLES_MIN:
        return lines
    return [number for number, line in found.items() if _ENV_FILE.match(line)]


RULE = RepositoryRule("D08", "delivery", "medium", "medium", check, most_findings=2)
