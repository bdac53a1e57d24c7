"""What a rule is: an id, texts in both languages, and a detection that is a pure function.

A rule is one module ``rules/<category>/<slug>.py`` that holds ``RULE``, beside
``<slug>.toml`` with ``[ko]`` and ``[en]``: ``title``, ``motivation``,
``detection``, ``remediation``, and ``question`` (what an interviewer would ask;
may use the hit's ``details`` as ``{name}``). Nothing else names it: the registry
finds it (``registry.py``).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText

if TYPE_CHECKING:
    from jobcoach.portfolio.facts.repository import RepositoryFacts

Severity = Literal["high", "medium", "low"]
Confidence = Literal["high", "medium", "low"]
Category = Literal["readme", "tests", "code", "security", "history", "delivery"]


@dataclass(frozen=True, slots=True)
class Hit:
    """Lines (from 1) of one file that a rule found something in. ``details`` fill the rule's texts."""

    start: int
    end: int
    details: Mapping[str, str] = field(default_factory=dict)
    confidence: Confidence | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class PlacedHit:
    """A hit in a named file. ``path`` is None for what is absent: such a finding cites the rule."""

    path: str | None
    hit: Hit


@dataclass(frozen=True, slots=True)
class FileRule:
    """Looks at one file at a time, and at nothing else: its hits are cached with the file's blob."""

    id: str
    category: Category
    severity: Severity
    confidence: Confidence
    applies: Callable[[FileInfo], bool]
    check: Callable[[SourceText], Iterable[Hit]]
    most_findings: int = 5


@dataclass(frozen=True, slots=True)
class RepositoryRule:
    """Looks at the facts of the whole repository."""

    id: str
    category: Category
    severity: Severity
    confidence: Confidence
    check: "Callable[[RepositoryFacts], Iterable[PlacedHit]]"
    most_findings: int = 5


Rule = FileRule | RepositoryRule
