"""Statements by language, and the titles that legacy statements carry."""

import re
from pathlib import Path

from jobcoach.judge.package.tree import PackageTree
from jobcoach.text import nfc, one_line

# Preferred first: what a terminal can show.
_SUFFIXES = (".md", ".tex", ".txt", ".html", ".pdf")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?\Z")
_TITLE_BYTES = 1 << 16
_PLAIN_NAME = re.compile(rb"%%\s*plainproblemname:\s*(.+)")
_TEX_NAME = re.compile(rb"\\problemname\{([^{}\n]*)\}")
_MARKDOWN_TITLE = re.compile(rb"^#\s+(.+)", re.MULTILINE)


def find_statements(tree: PackageTree, root: Path) -> dict[str, Path]:
    """Statement files by language code, sorted by code.

    Without a code the language is ``en``. ``statement/`` (2025-09) goes before
    ``problem_statement/`` (legacy), and that before a ``problem.pdf`` in the
    root, which DOMjudge takes.
    """
    found: dict[str, tuple[int, Path]] = {}
    for place, directory in enumerate((root / "statement", root / "problem_statement", root)):
        for entry in tree.entries(directory):
            language = None if entry.is_directory else _language(entry.name)
            if language is None:
                continue
            rank = place * len(_SUFFIXES) + _SUFFIXES.index(Path(entry.name).suffix)
            if language not in found or rank < found[language][0]:
                found[language] = rank, entry.path
    return {language: path for language, (_, path) in sorted(found.items())}


def _language(name: str) -> str | None:
    """Language of ``problem.ko.md``, ``problem.tex``; None for any other name."""
    stem, *middle, suffix = name.split(".") if name.count(".") else (name, "")
    if stem != "problem" or f".{suffix}" not in _SUFFIXES or len(middle) > 1:
        return None
    if not middle:
        return "en"
    return middle[0] if _LANGUAGE.match(middle[0]) else None


def title_of(statement: Path) -> str | None:
    """The title that a LaTeX or Markdown statement gives itself, if it does."""
    patterns = {".tex": (_PLAIN_NAME, _TEX_NAME), ".md": (_MARKDOWN_TITLE,)}.get(statement.suffix, ())
    with statement.open("rb") as file:
        head = file.read(_TITLE_BYTES)
    for pattern in patterns:
        match = pattern.search(head)
        title = one_line(nfc(match.group(1).decode("utf-8", "replace"))) if match else ""
        if title:
            return title
    return None
