"""R03: text of a project generator left in the README."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.in_readme import document, placed, spoken
from jobcoach.portfolio.rules.rule import Confidence, Hit, PlacedHit, RepositoryRule

_TABLE = Path(__file__).with_name("templates_left.toml")
_LETTERS_OF_ITS_OWN = 300


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """Sentences that a generator wrote (``templates_left.toml``), enough of one to know it.

    Less sure behind much text of its own: there they may have been kept on purpose.
    """
    if facts.readme is None:
        return
    lines = [line[:1000].lower() for line in facts.readme.lines]
    for template in _templates():
        found = {
            text: number for number, line in enumerate(lines, 1) for text in template["texts"] if text in line
        }
        if len(found) >= template["at_least"]:
            first = min(found.values())
            yield placed(facts, Hit(first, first, {"template": template["name"]}, _confidence(facts, first)))
            return


def _confidence(facts: RepositoryFacts, first: int) -> Confidence | None:
    found = document(facts)
    before = sum(spoken(text) for line, text in found.prose if line < first) if found else 0
    return "medium" if before >= _LETTERS_OF_ITS_OWN else None


@cache
def _templates() -> list[dict[str, Any]]:
    table: list[dict[str, Any]] = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["template"]
    return table


RULE = RepositoryRule("R03", "readme", "high", "high", check)
