"""Patterns that rules look for, as data: ``rules/<category>/patterns.toml``, a list a name."""

import re
import tomllib
from functools import cache
from pathlib import Path

from jobcoach.portfolio.rules.rule import Category

_RULES = Path(__file__).parent


@cache
def pattern(category: Category, name: str) -> re.Pattern[str]:
    """One of the patterns of that row, read without regard to case. Raises KeyError for an unknown row."""
    rows = _table(category)[name]
    return re.compile("|".join(f"(?:{row})" for row in rows), re.IGNORECASE)


@cache
def _table(category: Category) -> dict[str, list[str]]:
    text = (_RULES / category / "patterns.toml").read_text(encoding="utf-8")
    table: dict[str, list[str]] = tomllib.loads(text)
    return table
