"""The kinds of secrets there are (``patterns.toml``)."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Confidence = Literal["high", "medium", "low"]

_TABLE = Path(__file__).with_name("patterns.toml")


@dataclass(frozen=True, slots=True)
class Kind:
    """A table of ``patterns.toml``; ``then`` is empty where the pattern is tried on the whole text."""

    id: str
    near: tuple[str, ...]
    pattern: str
    confidence: Confidence
    words: bool
    then: str


@cache
def kinds() -> tuple[Kind, ...]:
    """All kinds, in the table's order."""
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return tuple(
        Kind(
            id=kind["id"],
            near=tuple(kind["near"]),
            pattern=kind["pattern"],
            confidence=kind["confidence"],
            words=kind.get("words", False),
            then=kind.get("then", ""),
        )
        for kind in table["kind"]
    )


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, once a text was found that it may match: most repositories hold few kinds."""
    return re.compile(pattern)
