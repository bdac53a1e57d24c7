"""All that is known of a repository: what rules, questions, packing and the report look at."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from jobcoach.portfolio.evidence import Evidence
from jobcoach.portfolio.inventory.file_info import FileInfo, Skip, SourceText
from jobcoach.portfolio.source.snapshot import Branch, Source

TechnologyKind = Literal[
    "language", "framework", "library", "database", "cache", "broker", "gateway", "monitoring", "build",
    "test", "ci", "container", "orchestration", "cloud",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Language:
    """Source and test lines of one language; ``share`` of all such lines, 0 to 1."""

    name: str
    files: int
    lines: int
    share: float


@dataclass(frozen=True, slots=True)
class Technology:
    """A technology in use, with the lines that show it (a dependency, an image, an import)."""

    name: str
    kind: TechnologyKind
    version: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Service:
    """A part that runs by itself (a compose service, a module with its own start), and what it talks to."""

    name: str
    folder: str
    technologies: tuple[str, ...]
    talks_to: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A number in the README. ``backing``: what stands behind it, "none" if nothing was found."""

    text: str
    evidence: Evidence
    backing: Literal["none", "method", "baseline", "artefact"]


@dataclass(frozen=True, slots=True)
class FunctionFacts:
    """One function. ``complexity`` is McCabe's."""

    name: str
    start: int
    end: int
    complexity: int


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What one file's content gives, whatever stands around it: cached by blob, class and analyser version.

    ``hits`` are those of the file rules, by rule id. ``imports`` as written.
    """

    info: FileInfo
    encoding: str
    lines: int
    code_lines: int
    functions: tuple[FunctionFacts, ...]
    imports: tuple[str, ...]
    hits: Mapping[str, tuple[tuple[int, int, str], ...]]
    """Rule id -> (start, end, JSON of Hit's further fields)."""
    fingerprints: tuple[tuple[int, int, int], ...] = ()
    """Of source files: (hash, first line, last line), from ``rules.fingerprints``, for copied blocks."""


@dataclass(frozen=True, slots=True)
class AuthorShare:
    """One person after mailmap and without bots; ``share`` of the commits that are no merges."""

    name: str
    email: str
    commits: int
    share: float


@dataclass(frozen=True, slots=True)
class HistoryFacts:
    """``candidate`` is None where nobody was named and no share speaks for one."""

    commits: int
    complete: bool
    first: datetime | None
    last: datetime | None
    active_days: int
    authors: tuple[AuthorShare, ...]
    candidate: AuthorShare | None
    largest_commit_share: float | None
    empty_message_share: float
    subjects: tuple[str, ...]
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class RepositoryFacts:
    """The whole.

    ``readme`` is the one that a visitor sees first. ``texts`` holds small files that rules read whole
    (READMEs, build files, CI, compose, Dockerfiles), by path.
    """

    source: Source
    files: tuple[FileFacts, ...]
    inventory: tuple[FileInfo, ...]
    skipped: tuple[Skip, ...]
    languages: tuple[Language, ...]
    technologies: tuple[Technology, ...]
    services: tuple[Service, ...]
    readme: SourceText | None
    texts: Mapping[str, SourceText]
    claims: tuple[Claim, ...]
    history: HistoryFacts | None
