"""What a file is, by its path and the project's own word (``classes.toml``, ``.gitattributes``)."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Self

from jobcoach.portfolio.inventory.file_info import FileClass, FileInfo
from jobcoach.portfolio.inventory.git_attributes import GitAttributes
from jobcoach.portfolio.inventory.language import LanguageKind, find_language, language_kind
from jobcoach.portfolio.source.snapshot import Entry

_TABLE = Path(__file__).with_name("classes.toml")
_NOTHING_SAID = GitAttributes()
_FIRST: tuple[FileClass, ...] = ("vendored", "generated", "notebook", "binary")
# Below these a folder is a package: "build", "vendor" and "test" are words like any other.
_PACKAGES = re.compile(r"(?:^|/)src/main/(?:java|kotlin|scala|groovy)(?=/|$)")
_SOURCES = re.compile(r"(?:^|/)src(?=/|$)")


@dataclass(frozen=True, slots=True)
class _Marks:
    """A table of ``classes.toml``."""

    folders: frozenset[str]
    folders_below_src: frozenset[str]
    names: frozenset[str]
    extensions: frozenset[str]
    suffixes: tuple[str, ...]
    pattern: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class _Folder:
    """The classes that some folder of a path speaks for, and whether it is a package of a Maven layout."""

    classes: frozenset[FileClass]
    in_packages: bool


@dataclass(frozen=True, slots=True)
class _Name:
    """A file's name, taken apart once; of ``a.b.config.js`` all of the dotted ends are extensions."""

    whole: str
    lower: str
    extensions: tuple[str, ...]

    @classmethod
    def of(cls, name: str) -> Self:
        lower = name.lower()
        parts = lower.split(".")
        starts = range(max(1, len(parts) - 3), len(parts))
        return cls(name, lower, tuple(".".join(parts[start:]) for start in starts))

    def is_one_of(self, file_class: FileClass) -> bool:
        """Whether the name itself shows the class, whatever its extension."""
        marks = _marks()[file_class]
        if self.lower in marks.names or (marks.suffixes and self.lower.endswith(marks.suffixes)):
            return True
        return marks.pattern is not None and marks.pattern.fullmatch(self.whole[:200]) is not None

    def fits(self, file_class: FileClass) -> bool:
        """Whether the name or the extension shows the class."""
        return not _marks()[file_class].extensions.isdisjoint(self.extensions) or self.is_one_of(file_class)


def classify(entry: Entry, attributes: GitAttributes = _NOTHING_SAID) -> FileInfo:
    """The file's class and language by its path; the content may say more (``classify_content``)."""
    name = entry.path.rpartition("/")[2]
    language = find_language(name)
    return FileInfo(entry, _file_class(entry, name, language, attributes), language)


def _file_class(entry: Entry, name: str, language: str, attributes: GitAttributes) -> FileClass:
    if entry.mode == "submodule":
        return "submodule"
    said = attributes.class_of(entry.path)
    if said is not None:
        return said
    folder = _folder(entry.path.rpartition("/")[0])
    return _class_by_name(_Name.of(name), folder, language_kind(language))


def _class_by_name(name: _Name, folder: _Folder, kind: LanguageKind | None) -> FileClass:
    is_code = kind == "programming"
    for found in _FIRST:
        if found in folder.classes or name.fits(found):
            return found
    if is_code and not folder.in_packages and ("test" in folder.classes or name.fits("test")):
        return "test"
    if name.fits("doc") and not name.is_one_of("config"):
        return "doc"
    if name.fits("data") or (not is_code and folder.classes & {"test", "data"}):
        return "data"
    if name.fits("config"):
        return "config"
    if not is_code and "doc" in folder.classes:
        return "doc"
    if kind in ("programming", "markup"):
        return "source"
    return "config" if name.lower.startswith(".") else "data"


@lru_cache(maxsize=1 << 14)
def _folder(path: str) -> _Folder:
    lower = path.lower()
    packages = _PACKAGES.search(lower)
    sources = _SOURCES.search(lower)
    reach = lower[: packages.end()] if packages else lower
    found: set[FileClass] = set()
    for file_class, marks in _marks().items():
        above = reach[: sources.start()] if sources and file_class == "generated" else reach
        if _holds(above, marks.folders) or _holds(reach, marks.folders_below_src):
            found.add(file_class)
    return _Folder(frozenset(found), packages is not None)


def _holds(folder: str, names: frozenset[str]) -> bool:
    parts = folder.split("/")
    if not names.isdisjoint(parts):
        return True
    return any(f"/{name}/" in f"/{folder}/" for name in names if "/" in name)


@cache
def _marks() -> dict[FileClass, _Marks]:
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    classes: tuple[FileClass, ...] = (
        "vendored", "generated", "notebook", "binary", "data", "test", "doc", "config",
    )  # fmt: skip
    return {name: _read(table[name]) for name in classes}


def _read(row: dict[str, list[str]]) -> _Marks:
    patterns = "|".join(row.get("patterns", ()))
    return _Marks(
        folders=frozenset(row.get("folders", ())),
        folders_below_src=frozenset(row.get("folders_below_src", row.get("folders", ()))),
        names=frozenset(row.get("names", ())),
        extensions=frozenset(row.get("extensions", ())),
        suffixes=tuple(row.get("suffixes", ())),
        pattern=re.compile(patterns, re.IGNORECASE) if patterns else None,
    )
