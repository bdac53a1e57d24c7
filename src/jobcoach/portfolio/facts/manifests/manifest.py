"""What a parser of manifests is, and what it finds. A parser runs nothing: it reads text."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from jobcoach.portfolio.inventory.file_info import SourceText

Ecosystem = Literal[
    "maven", "gradle_plugin", "npm", "pypi", "go", "image", "action", "cmake", "pub", "runtime", "kind"
]
"""Whose names these are; ``runtime`` is a language's own version, ``kind`` a Kubernetes object's."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A dependency, image or plugin as declared in a line (from 1); ``version`` is "" where none stands."""

    ecosystem: Ecosystem
    name: str
    version: str
    line: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """A kind of file. ``path`` is a pattern for the end of its path, in lower case, behind a slash.

    ``parse`` passes over what it does not understand and never raises for what a file holds.
    """

    path: str
    parse: Callable[[SourceText], Iterable[Declared]]
