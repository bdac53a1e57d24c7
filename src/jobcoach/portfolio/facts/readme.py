"""Which README a visitor sees first, and its translations.

GitHub's order: ``.github``, then the root, then ``docs``; Markdown before other formats.
"""

import re
from collections.abc import Iterable, Mapping

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText

_FOLDERS = (".github", "", "docs", "doc")
_FORMATS = ("md", "markdown", "mdown", "mdx", "rst", "adoc", "asciidoc", "org", "txt", "html")
_STEM = re.compile(
    r"read[-_]?me(?:[-_. ]?(?P<language>kor|korean|eng|english|[a-z]{2}(?:[-_][a-z]{2,4})?))?", re.IGNORECASE
)


def is_readme(path: str) -> bool:
    """Whether a path is a README of any folder, in any language."""
    return _parts(path) is not None


def find_readme(files: Iterable[FileInfo], texts: Mapping[str, SourceText]) -> SourceText | None:
    """The README that the repository's front page shows; None if there is none that can be read."""
    found = find_readmes(files, texts)
    return found[0] if found else None


def find_readmes(files: Iterable[FileInfo], texts: Mapping[str, SourceText]) -> tuple[SourceText, ...]:
    """The front page's README and its translations beside it, the one shown first in front."""
    paths = [info.path for info in files if info.path in texts]
    ranked = sorted((rank, path) for path in paths if (rank := _rank(path)) is not None)
    return tuple(texts[path] for rank, path in ranked if rank[0] == ranked[0][0][0])


def _rank(path: str) -> tuple[int, bool, int] | None:
    folder = path.rpartition("/")[0].lower()
    parts = _parts(path)
    if parts is None or folder not in _FOLDERS:
        return None
    translated, extension = parts
    place = _FORMATS.index(extension) if extension else len(_FORMATS)
    return _FOLDERS.index(folder), translated, place


def _parts(path: str) -> tuple[bool, str] | None:
    """Whether a README is marked as a translation, and its format; None for what is no README."""
    name = path.rpartition("/")[2]
    stem, dot, extension = name.rpartition(".")
    if dot and extension.lower() not in _FORMATS:
        return None
    match = _STEM.fullmatch(stem if dot else name)
    return (match["language"] is not None, extension.lower() if dot else "") if match else None
