"""What a project's ``.gitattributes`` say of its own files, read as data; nothing of it is ever run.

https://github.com/github-linguist/linguist/blob/main/docs/overrides.md
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from jobcoach.portfolio.inventory.file_info import FileClass
from jobcoach.portfolio.source.ignore import Steps, fits

_CLASSES: dict[str, FileClass] = {
    "linguist-generated": "generated",
    "linguist-vendored": "vendored",
    "linguist-documentation": "doc",
}
_MOST_CHARACTERS = 200
_MOST_RULES = 64


@dataclass(frozen=True, slots=True)
class _Said:
    segments: tuple[bytes, ...]
    file_class: FileClass


@dataclass(frozen=True, slots=True)
class GitAttributes:
    """The patterns that name a class. As with git, the last that matches counts."""

    said: tuple[_Said, ...] = ()
    steps: Steps = field(default_factory=Steps, compare=False)

    def class_of(self, path: str) -> FileClass | None:
        """The class that the project gives a path, None if it says nothing."""
        parts = path.encode("utf-8", "surrogateescape").split(b"/") if self.said else []
        for said in reversed(self.said):
            if fits(said.segments, parts, self.steps):
                return said.file_class
        return None


def read_attributes(files: Iterable[tuple[str, str]]) -> GitAttributes:
    """From (folder, content) of each ``.gitattributes``, the root's first. Other lines are passed over."""
    said: list[_Said] = []
    for folder, content in files:
        for line in content.split("\n"):
            if len(said) < _MOST_RULES and (found := _read_line(folder, line)) is not None:
                said.append(found)
    return GitAttributes(tuple(said))


def _read_line(folder: str, line: str) -> _Said | None:
    if "linguist-" not in line or len(line) > _MOST_CHARACTERS:
        return None
    pattern, *attributes = line.split()
    for attribute in attributes:
        name, _, value = attribute.partition("=")
        file_class = _CLASSES.get(name)
        if file_class is not None and value in ("", "true"):
            return _Said(_segments(folder, pattern), file_class)
    return None


def _segments(folder: str, pattern: str) -> tuple[bytes, ...]:
    """As of ``.gitignore``, but that a pattern never stands for all within a folder."""
    below = [_escaped(part) for part in folder.split("/")] if folder else []
    anywhere = [] if "/" in pattern.rstrip("/") else ["**"]
    parts = [*below, *anywhere, *pattern.lstrip("/").split("/")]
    return tuple(part.encode("utf-8", "surrogateescape") for part in parts)


def _escaped(name: str) -> str:
    """A folder's name as a pattern that stands for itself alone."""
    return re.sub(r"([\\*?\[])", r"\\\1", name)
