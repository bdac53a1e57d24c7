"""Which language a file is in, by its name (``languages.toml``)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

LanguageKind = Literal["programming", "markup", "config", "prose"]
_TABLE = Path(__file__).with_name("languages.toml")


@dataclass(frozen=True, slots=True)
class _Names:
    extensions: Mapping[str, str]
    filenames: Mapping[str, str]
    prefixes: tuple[tuple[str, str], ...]
    kinds: Mapping[str, LanguageKind]


def find_language(filename: str) -> str:
    """The language's name as in ``languages.toml``, "" if none is known."""
    names = _names()
    if (named := names.filenames.get(filename)) is not None:
        return named
    for prefix, language in names.prefixes:
        if filename.startswith(prefix):
            return language
    _, dot, extension = filename.rpartition(".")
    return names.extensions.get(extension.lower(), "") if dot else ""


def language_kind(language: str) -> LanguageKind | None:
    """What a language is for; None if it is not in ``languages.toml``."""
    return _names().kinds.get(language)


@cache
def _names() -> _Names:
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return _Names(
        extensions={ext: name for name, row in table.items() for ext in row["extensions"]},
        filenames={file: name for name, row in table.items() for file in row.get("filenames", ())},
        prefixes=tuple((prefix, name) for name, row in table.items() for prefix in row.get("prefixes", ())),
        kinds={name: row["kind"] for name, row in table.items()},
    )
