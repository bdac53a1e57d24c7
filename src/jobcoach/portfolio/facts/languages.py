"""The languages of a repository by lines of code."""

from collections import Counter
from collections.abc import Iterable

from jobcoach.portfolio.facts.repository import FileFacts, Language
from jobcoach.portfolio.inventory.language import language_kind

_COUNTED = frozenset({"source", "test", "notebook"})


def find_languages(files: Iterable[FileFacts]) -> tuple[Language, ...]:
    """Most lines first. Of notebooks the lines of their code cells count; markup counts as a language."""
    lines: Counter[str] = Counter()
    numbers: Counter[str] = Counter()
    for file in files:
        language = file.info.language
        if file.info.file_class in _COUNTED and language_kind(language) in ("programming", "markup"):
            lines[language] += file.code_lines
            numbers[language] += 1
    total = sum(lines.values())
    found = [
        Language(name, numbers[name], count, round(count / total, 4) if total else 0.0)
        for name, count in lines.items()
    ]
    return tuple(sorted(found, key=lambda language: (-language.lines, language.name)))
