"""One file of the inventory."""

from dataclasses import dataclass
from typing import Literal

from jobcoach.portfolio.source.snapshot import Entry

FileClass = Literal[
    "source",
    "test",
    "config",
    "doc",
    "generated",
    "vendored",
    "binary",
    "lfs",
    "notebook",
    "submodule",
    "data",
]


@dataclass(frozen=True, slots=True)
class FileInfo:
    """What a file is. ``language`` is a name of ``languages.toml`` ("Java"), "" where there is none."""

    entry: Entry
    file_class: FileClass
    language: str

    @property
    def path(self) -> str:
        return self.entry.path


@dataclass(frozen=True, slots=True)
class Skip:
    """Files that were not read, and why (a key of ``review.skip.*``)."""

    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """A decoded file.

    ``lines`` are without line ends; ``encoding`` is "utf-8", "utf-8-sig", "utf-16" or "cp949".
    """

    info: FileInfo
    lines: tuple[str, ...]
    encoding: str

    @property
    def path(self) -> str:
        return self.info.path

    @property
    def text(self) -> str:
        return "\n".join(self.lines)
