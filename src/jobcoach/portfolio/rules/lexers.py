"""How comments and strings look, by family of languages (``lexers.toml``)."""

import re
import tomllib
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_suffix(".toml")


@cache
def lexer(language: str) -> re.Pattern[str] | None:
    """A pattern whose matches are a ``comment`` or a ``string``; None if unknown."""
    family = _families().get(language)
    return None if family is None else re.compile(family)


@cache
def _families() -> dict[str, str]:
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    patterns: dict[str, str] = {}
    for family in table["family"]:
        comments, strings = "|".join(family["comments"]), "|".join(family["strings"])
        pattern = f"(?P<comment>{comments})|(?P<string>{strings})"
        patterns |= dict.fromkeys(family["languages"], pattern)
    return patterns
