"""T02: only the tests that a generator wrote."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jobcoach.portfolio.facts.repository import FileFacts, RepositoryFacts
from jobcoach.portfolio.rules.project import is_collection, is_substantial
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule
from jobcoach.portfolio.rules.test_files import is_test, test_files

_TABLE = Path(__file__).with_name("defaults_left.toml")


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """Every test file has a generator's name (``defaults_left.toml``) and no more lines than it wrote."""
    if not is_substantial(facts) or is_collection(facts):
        return
    known = test_files(facts)
    unread = sum(is_test(info) for info in facts.inventory) - sum(is_test(file.info) for file in facts.files)
    if not known or unread or not all(_is_default(file) for file in known):
        return
    told = [file for file in known if not file.info.path.endswith("__init__.py")] or known
    for file in told:
        yield PlacedHit(file.info.path, Hit(1, max(1, file.lines)))


def _is_default(file: FileFacts) -> bool:
    return any(pattern.search(file.info.path) and file.code_lines <= lines for pattern, lines in _defaults())


@cache
def _defaults() -> tuple[tuple[re.Pattern[str], int], ...]:
    rows = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["tests"]
    return tuple((re.compile(row["path"]), row["lines"]) for row in rows)


RULE = RepositoryRule("T02", "tests", "high", "high", check, most_findings=3)
