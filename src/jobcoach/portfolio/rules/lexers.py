"""How comments and strings look, by family of languages (``lexers.toml``)."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True, slots=True)
class Lexer:
    """``tokens``: its matches are comments, whose last group begins with "c", and strings, with "s".

    ``prefix`` ends where a string begins, if it stands there: None where strings have none.
    """

    tokens: re.Pattern[str]
    prefix: re.Pattern[str] | None


@cache
def lexer(language: str) -> Lexer | None:
    """How comments and strings of a language look; None if unknown."""
    family = _families().get(language)
    return None if family is None else _lexer(*family)


@cache
def _lexer(pattern: str, prefix: str) -> Lexer:
    return Lexer(re.compile(pattern), re.compile(prefix) if prefix else None)


@cache
def _families() -> dict[str, tuple[str, str]]:
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    patterns: dict[str, tuple[str, str]] = {}
    for family in table["family"]:
        tokens = [
            # An empty group at the end: one around it all would hide the literal that it begins with.
            f"{token}(?P<{kind[0]}{number}>)"
            for kind in ("comments", "strings")
            for number, token in enumerate(family[kind])
        ]
        patterns |= dict.fromkeys(family["languages"], ("|".join(tokens), family.get("prefix", "")))
    return patterns
