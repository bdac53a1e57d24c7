"""R06: a step of the README names a file or script that is not there."""

import posixpath
import re
from collections.abc import Callable, Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.in_readme import document, placed, shell_commands
from jobcoach.portfolio.rules.package_scripts import script_names
from jobcoach.portfolio.rules.project import folders, is_seen_whole
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule
from jobcoach.portfolio.secrets.mask import mask_secrets

# What a step needs, by how it begins: a script of package.json, or a file of that name.
_SCRIPT = re.compile(r"(?:npm|pnpm|yarn|bun) run ([\w:.-]+)(?=\s|$)")
_FILES: tuple[tuple[re.Pattern[str], str | None], ...] = (
    (re.compile(r"python3? (?:-u )?([\w./-]+\.py)\b"), None),
    (re.compile(r"(?:bash|sh|source|\.) ([\w./-]+\.sh)\b"), None),
    (re.compile(r"\./([\w./-]+\.sh)\b"), None),
    (re.compile(r"node ([\w./-]+\.[cm]?js)\b"), None),
    (re.compile(r"pip3? install (?:-\w+ )*-r ([\w./-]+\.txt)\b"), None),
    (re.compile(r"streamlit run ([\w./-]+\.py)\b"), None),
    (re.compile(r"cp ([\w./-]*\.?env[\w.-]*) "), None),
    (re.compile(r"docker(?:-| )compose (?:-f|--file)[ =]([\w./-]+\.ya?ml)\b(?!.* (?:-f|--file)[ =])"), None),
    (re.compile(r"(?:\./|sh |bash )gradlew\b"), "gradlew"),
    (re.compile(r"(?:\./|sh |bash )mvnw\b"), "mvnw"),
)
_COMPOSE = re.compile(r"docker(?:-| )compose (?:up|build|start)\b(?!.*-f)")
_COMPOSE_FILE = re.compile(r"(?:^|/)(?:docker-)?compose[^/]*\.ya?ml$")
# Steps that fetch or make files: what comes after may be there by then.
_MAKES = re.compile(
    r"\b(?:curl|wget|unzip|tar|django-admin|npx create|startproject|cookiecutter|ng new|touch|> ?[\w.]+)"
)
_CLONE = re.compile(r"git clone")
_BY_INSTALLING = ("node_modules/", "venv/", ".venv/", "env/", "build/", "dist/", "target/", "out/", "bin/")

Missing = Callable[[str], str | None]


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """Commands of shell blocks whose script or file no folder of the repository holds."""
    found = document(facts)
    if facts.readme is None or found is None or not is_seen_whole(facts):
        return
    commands = list(shell_commands(found))
    if any(_MAKES.search(command) for _, command in commands) or _clones_more(commands):
        return
    names = _Names(facts)
    for line, command in commands:
        missing = names.missing(command)
        if missing is not None:
            yield placed(
                facts, Hit(line, line, {"name": missing[:80], "command": mask_secrets(command)[:80]})
            )


def _clones_more(commands: list[tuple[int, str]]) -> bool:
    return sum(_CLONE.match(command) is not None for _, command in commands) > 1


class _Names:
    """What steps can name: files by their whole path or its end, and scripts of any package.json."""

    def __init__(self, facts: RepositoryFacts) -> None:
        self._paths = {info.path for info in facts.inventory}
        self._names = {path.rpartition("/")[2] for path in self._paths}
        self._folders = folders(facts)
        self._scripts = script_names(facts)
        self._links = any(skip.reason in ("symlink", "submodule") for skip in facts.skipped)

    def missing(self, command: str) -> str | None:
        """What the command needs and nothing holds; None if all is there, or it names nothing."""
        if (script := _SCRIPT.match(command)) and self._scripts is not None:
            return None if script[1] in self._scripts else f"npm run {script[1]}"
        if _COMPOSE.match(command):
            there = any(_COMPOSE_FILE.search(path) for path in self._paths)
            return None if there else "docker-compose.yml"
        for pattern, name in _FILES:
            if step := pattern.match(command):
                return self._missing_file(name or step[1])
        return None

    def _missing_file(self, named: str) -> str | None:
        path = posixpath.normpath(named)
        if path.startswith(("/", "..")) or path.startswith(_BY_INSTALLING) or self._links:
            return None
        return None if posixpath.basename(path) in self._names else path


RULE = RepositoryRule("R06", "readme", "high", "high", check)
