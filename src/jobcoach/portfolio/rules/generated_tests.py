"""Tests that a generator wrote and nobody touched (``tests/defaults_left.toml``)."""

import re
import tomllib
from functools import cache
from pathlib import Path

from jobcoach.portfolio.facts.repository import FileFacts

_TABLE = Path(__file__).parent / "tests" / "defaults_left.toml"


def is_generated_test(file: FileFacts) -> bool:
    """Whether a test file has a generator's name and no more lines of code than it wrote."""
    return any(pattern.search(file.info.path) and file.code_lines <= lines for pattern, lines in _defaults())


@cache
def _defaults() -> tuple[tuple[re.Pattern[str], int], ...]:
    rows = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["tests"]
    return tuple((re.compile(row["path"]), row["lines"]) for row in rows)
