"""What a project's ``.gitattributes`` say of its own files, read as data; nothing of it is ever run.

https://github.com/github-linguist/linguist/blob/main/docs/overrides.md
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from jobcoach.portfolio.inventory.file_info import FileClass

_CLASSES: dict[str, FileClass] = {
    "linguist-generated": "generated",
    "linguist-vendored": "vendored",
    "linguist-documentation": "doc",
}
# A pattern with many stars takes long to not match; projects have a handful of either.
_MOST_STARS = 3
_MOST_CHARACTERS = 200
_MOST_RULES = 64


@dataclass(frozen=True, slots=True)
class _Said:
    pattern: re.Pattern[str]
    file_class: FileClass


@dataclass(frozen=True, slots=True)
class GitAttributes:
    """The patterns that name a class. As with git, the last that matches counts."""

    said: tuple[_Said, ...] = ()

    def class_of(self, path: str) -> FileClass | None:
        """The class that the project gives a path, None if it says nothing."""
        for said in reversed(self.said):
            if said.pattern.match(path):
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
        if file_class is not None and value in ("", "true") and pattern.count("*") <= _MOST_STARS:
            return _Said(_as_regex(folder, pattern), file_class)
    return None


def _as_regex(folder: str, pattern: str) -> re.Pattern[str]:
    anchored = "/" in pattern.rstrip("/")
    regex = re.escape(f"{folder}/") if folder else ""
    regex += "" if anchored else "(?:.*/)?"
    for part in re.findall(r"\*\*/?|\*|\?|[^*?]+", pattern.lstrip("/")):
        regex += _WILD.get(part) or re.escape(part)
    return re.compile(regex + r"\Z", re.DOTALL)


_WILD = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
