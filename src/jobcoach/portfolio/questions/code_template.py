"""Questions about code that a portfolio often holds, as data: ``about_code/<area>.toml``.

A row says where it applies and what is asked there::

    [[question]]
    id = "spring-transactional"
    topic = "transactions"
    weight = 8
    languages = ["Java", "Kotlin"]    # all of these that are given must hold
    path = 'Service\\.(?:java|kt)$'
    imports = 'springframework\\.transaction'
    mark = '@Transactional\\b'
    ko = "`{function}` ({file} {line}행)…"
    en = "…"

``mark`` is looked for line by line; its named groups, and ``{file}``, ``{name}`` (the
file's name without its ending), ``{line}`` and ``{function}``, may stand in the texts.
A row that uses ``{function}`` is asked only where the line belongs to one. Every text
names something of the repository, so that no question fits any other.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jobcoach.portfolio.inventory.file_info import FileClass
from jobcoach.words import Language

_FOLDER = Path(__file__).with_name("about_code")
_SLOT = re.compile(r"\{(\w+)\}")
_OWN_SLOTS = frozenset({"file", "name", "function"})
_KEYS = frozenset({
    "id", "topic", "weight", "languages", "classes", "path", "imports", "mark", "ko", "en",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class CodeTemplate:
    """One row; see the module."""

    id: str
    topic: str
    weight: float
    languages: frozenset[str]
    classes: frozenset[FileClass]
    path: re.Pattern[str] | None
    imports: re.Pattern[str] | None
    mark: re.Pattern[str] | None
    ko: str
    en: str

    @property
    def needs_function(self) -> bool:
        return "{function}" in self.ko

    def text(self, lang: Language) -> str:
        """The text with its slots."""
        return self.ko if lang == "ko" else self.en

    def is_about(self, file_class: FileClass, language: str) -> bool:
        """Whether it is about files of that kind."""
        return file_class in self.classes and (not self.languages or language in self.languages)

    def applies(self, path: str, imports: str) -> bool:
        """Whether all that is known without reading a file again holds; ``imports`` one a line."""
        return (self.path is None or self.path.search(path) is not None) and (
            self.imports is None or self.imports.search(imports) is not None
        )


@cache
def code_templates() -> tuple[CodeTemplate, ...]:
    """All rows, those that most deserve to be asked first. Raises ValueError for one that is malformed."""
    rows = [
        row
        for path in sorted(_FOLDER.glob("*.toml"))
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["question"]
    ]
    templates = [_template(row) for row in rows]
    if len({template.id for template in templates}) < len(templates):
        raise ValueError("two questions have one id")
    return tuple(sorted(templates, key=lambda template: (-template.weight, template.id)))


def _template(row: dict[str, Any]) -> CodeTemplate:
    if odd := row.keys() - _KEYS:
        raise ValueError(f"{row.get('id')}: unknown {', '.join(sorted(odd))}")
    pattern = {
        key: re.compile(row[key], re.MULTILINE) if key in row else None for key in ("path", "imports", "mark")
    }
    template = CodeTemplate(
        id=row["id"],
        topic=row["topic"],
        weight=float(row["weight"]),
        languages=frozenset(row.get("languages", ())),
        classes=frozenset(row.get("classes", ("source",))),
        ko=row["ko"],
        en=row["en"],
        **pattern,
    )
    groups = set(pattern["mark"].groupindex) if pattern["mark"] else set()
    for text in (template.ko, template.en):
        slots = set(_SLOT.findall(text))
        if not slots & (_OWN_SLOTS | groups) or slots - _OWN_SLOTS - groups - {"line"}:
            raise ValueError(f"{template.id} names nothing of the repository, or what is not known")
    if not (template.path or template.imports or template.mark):
        raise ValueError(f"{template.id} applies everywhere")
    return template
