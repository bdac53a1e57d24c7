"""D01: dependencies whose versions nobody wrote down."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.in_code import is_aside
from jobcoach.portfolio.rules.package_scripts import packages, table
from jobcoach.portfolio.rules.project import is_collection, is_seen_whole
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule

_LOCKS = frozenset({
    "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lockb", "bun.lock",
    "deno.lock",
})  # fmt: skip


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """Applications in package.json with dependencies, without a lock file beside it or in a folder above."""
    if not is_seen_whole(facts) or is_collection(facts):
        return
    locked = {folder(info.path) for info in facts.inventory if info.path.rpartition("/")[2] in _LOCKS}
    for path, package in packages(facts):
        scripts = table(package, "scripts")
        application = package.get("private") is True or not scripts.keys().isdisjoint(
            {"start", "dev", "serve"}
        )
        if not application or not table(package, "dependencies") or is_aside(path) or "node_modules/" in path:
            continue
        if not any(
            folder(path) == place or folder(path).startswith(f"{place}/") or not place for place in locked
        ):
            yield PlacedHit(path, Hit(1, 1))


def folder(path: str) -> str:
    """The folder of a path, "" for the root."""
    return path.rpartition("/")[0]


RULE = RepositoryRule("D01", "delivery", "medium", "high", check, most_findings=3)
