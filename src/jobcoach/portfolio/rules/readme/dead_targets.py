"""Relative links and images of the README that lead to nothing in the repository."""

from collections.abc import Iterator
from typing import Literal

from jobcoach.portfolio.facts.relative_links import repository_path
from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.in_readme import document, placed
from jobcoach.portfolio.rules.project import folders, is_seen_whole
from jobcoach.portfolio.rules.rule import Confidence, Hit, PlacedHit

_LEFT_OUT = ("symlink", "submodule")
_LONGEST = 200


def dead_targets(facts: RepositoryFacts, kind: Literal["link", "image"]) -> Iterator[PlacedHit]:
    """Each target once, with its line. A path that differs in case only is dead on GitHub, too."""
    found = document(facts)
    if facts.readme is None or found is None or found.format == "plain" or not is_seen_whole(facts):
        return
    there = {info.path for info in facts.inventory} | folders(facts)
    submodules = tuple(f"{info.path}/" for info in facts.inventory if info.file_class == "submodule")
    unsure = any(skip.reason in _LEFT_OUT for skip in facts.skipped)
    confidence: Confidence | None = "low" if unsure else None
    seen: set[str] = set()
    for link in found.links:
        path = repository_path(facts.readme.path, link.target) if link.kind == kind else None
        if path is None or path in there or path in seen or path.startswith(submodules) or not _is_path(path):
            continue
        seen.add(path)
        yield placed(facts, Hit(link.line, link.line, {"target": path[:_LONGEST]}, confidence))


def _is_path(path: str) -> bool:
    """Whether it can be meant as one: "url", "link" and "..." wait for an address."""
    return (
        len(path) <= _LONGEST
        and ("." in path.strip(".") or "/" in path)
        and not any(mark in path for mark in "{}<>*$")
    )
