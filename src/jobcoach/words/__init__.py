"""What the user reads, as data: ``words/<language>/<file>.toml``, one file a command.

A key is ``file.table.name``, so ``main.error.mend`` is ``mend`` in the table
``error`` of ``main.toml``. A text holds named placeholders (``{path}``). A text that
depends on a number is a table with ``one`` and ``other`` and is chosen by the
value named ``count``.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

Language = Literal["ko", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
FOLDER = Path(__file__).parent


class Words:
    """The texts of one language; files are read when a first text is asked of them."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of ``key`` with its placeholders filled. Raises KeyError for an unknown key."""
        text = self._find(key)
        if isinstance(text, Mapping):
            text = text["one" if values["count"] == 1 else "other"]
        return str(text).format(**values)

    def get(self, key: str) -> str | None:
        """The bare text of ``key``, None if there is none."""
        try:
            text = self._find(key)
        except KeyError:
            return None
        return text if isinstance(text, str) else None

    def texts(self, file: str) -> dict[str, str]:
        """All bare texts of a file, by key."""
        return dict(_leaves(_load(self.language, file), f"{file}."))

    def _find(self, key: str) -> object:
        file, *names = key.split(".")
        found: object = _load(self.language, file)
        for name in names:
            if not isinstance(found, Mapping) or name not in found:
                raise KeyError(f"no text '{key}' in words/{self.language}/{file}.toml")
            found = found[name]
        return found


def _leaves(table: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, f"{prefix}{name}.")
        else:
            yield prefix + name, str(value)


@cache
def _load(language: Language, file: str) -> Mapping[str, Any]:
    path = FOLDER / language / f"{file}.toml"
    if not path.is_file():
        return {}
    return tomllib.loads(path.read_text(encoding="utf-8"))
