"""Values that stand for a secret but are none (``placeholders.toml``)."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_TABLE = Path(__file__).with_suffix(".toml")


def is_placeholder(value: str) -> bool:
    """Whether a value is a variable, a name or a word like ``changeme``, and no secret."""
    value = value.strip()
    lower = value.lower()
    table = _table()
    return (
        not value
        or lower in table["exact"]
        or any(word in lower for word in table["within"])
        or any(re.fullmatch(form, value, re.DOTALL) for form in table["forms"])
    )


@cache
def _table() -> dict[str, Any]:
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return {**table, "exact": frozenset(table["exact"])}
