"""C11: a project of notebooks and nothing else."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule

_NOTEBOOKS_MIN = 3
_SOURCES = frozenset({"source", "test"})
_MARKUP = frozenset({"HTML", "CSS", "Shell", "Makefile", ""})


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """One hit at the first notebook, if there are some and no module that could be imported."""
    notebooks = sorted(info.path for info in facts.inventory if info.file_class == "notebook")
    modules = [
        info for info in facts.inventory if info.file_class in _SOURCES and info.language not in _MARKUP
    ]
    if len(notebooks) >= _NOTEBOOKS_MIN and not modules:
        yield PlacedHit(notebooks[0], Hit(1, 1, {"count": str(len(notebooks))}))


RULE = RepositoryRule("C11", "code", "medium", "high", check)
