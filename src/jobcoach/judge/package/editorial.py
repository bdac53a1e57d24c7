"""The editorial of a package: ``solution/solution.LANG.md``, as Kattis lays it out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jobcoach.judge.package.diagnostics import Findings
from jobcoach.judge.package.tree import PackageTree
from jobcoach.text import nfc

_BYTES_MAX = 1 << 20


@dataclass(frozen=True, slots=True)
class Editorial:
    """``text`` is Markdown in ``language``, cut at a megabyte."""

    language: str
    text: str


def read_editorial(root: Path, preferred: Sequence[str]) -> Editorial | None:
    """The editorial in the first of the ``preferred`` languages, else in any; None if there is none."""
    entries = PackageTree(root, Findings(root)).entries(root / "solution")
    found = {
        entry.name.split(".")[1] if entry.name.count(".") > 1 else "en": entry.path
        for entry in entries
        if not entry.is_directory and entry.name.startswith("solution.") and entry.name.endswith(".md")
    }
    language = next((code for code in preferred if code in found), next(iter(found), None))
    if language is None:
        return None
    with found[language].open("rb") as file:
        return Editorial(language, nfc(file.read(_BYTES_MAX).decode("utf-8-sig", "replace")))
