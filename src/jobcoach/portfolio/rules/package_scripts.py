"""What the repository's package.json files hold. They are data: nothing of them is run."""

import json
from collections.abc import Iterator
from typing import Any

from jobcoach.portfolio.facts.repository import RepositoryFacts


def packages(facts: RepositoryFacts) -> Iterator[tuple[str, dict[str, Any]]]:
    """Path and content of each package.json that could be read and parsed."""
    for path in sorted(facts.texts):
        if path.rpartition("/")[2] != "package.json":
            continue
        try:
            package = json.loads(facts.texts[path].text)
        except (ValueError, RecursionError):
            continue
        if isinstance(package, dict):
            yield path, package


def table(package: dict[str, Any], key: str) -> dict[str, Any]:
    """A table of a package.json, empty if it is none."""
    found = package.get(key)
    return found if isinstance(found, dict) else {}


def script_names(facts: RepositoryFacts) -> frozenset[str] | None:
    """All scripts of all package.json files; None if one of them is not known."""
    known = dict(packages(facts))
    wanted = [info.path for info in facts.inventory if info.path.rpartition("/")[2] == "package.json"]
    if any(path not in known for path in wanted if "node_modules/" not in path):
        return None
    return frozenset(name for package in known.values() for name in table(package, "scripts"))
