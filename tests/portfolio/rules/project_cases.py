"""Whole repositories in which a rule finds something, and such in which it does not.

They stand in ``project_cases/*.toml``.

``files`` are texts by path. ``program`` adds 200 lines of product code in that language. ``hits`` are the
places found, ``path:line`` or ``-`` for what is absent. ``sizes`` are bytes of files without text.
``history`` holds ``people`` (name, commits, subject), ``files`` (of each commit), ``branches``
(name, commits ahead), ``complete`` and ``author``.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from memory_snapshot import MemorySnapshot

from jobcoach.portfolio.facts.analyse import analyse
from jobcoach.portfolio.facts.fact_cache import NoFactCache
from jobcoach.portfolio.facts.gather import gather_facts
from jobcoach.portfolio.facts.hits import load_hit
from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.inventory.inventory import take_inventory
from jobcoach.portfolio.rules.rule import FileRule, PlacedHit, Rule
from jobcoach.portfolio.source.snapshot import Branch, Commit, Entry, History, Mode

CASES = Path(__file__).with_name("project_cases")
NOW = datetime(2026, 1, 1, tzinfo=UTC)
PROGRAMS = {
    "python": ("shop/orders.py", "def order_{n}(total):\n    price = total + {n}\n    return price\n\n\n"),
    "java": (
        "src/main/java/kr/shop/Orders.java",
        "class Order{n} {\n  int total() {\n    return {n};\n  }\n}\n",
    ),
    "react": (
        "src/pages/Orders.jsx",
        "export function Order{n}() {\n  const total = {n};\n  return total;\n}\n",
    ),
    "go": ("orders.go", "func Order{n}() int {\n\ttotal := {n}\n\treturn total\n}\n\n"),
}


@dataclass(frozen=True)
class ProjectCase:
    """A repository given by a test."""

    row: Mapping[str, Any]

    @property
    def files(self) -> dict[str, str]:
        files = dict(self.row.get("files", {}))
        if "program" in self.row:
            path, text = PROGRAMS[self.row["program"]]
            files[path] = "".join(text.replace("{n}", str(n)) for n in range(60))
        return files

    def facts(self, *rules: FileRule) -> RepositoryFacts:
        """What the real analysis makes of it."""
        snapshot = _Snapshot(self.files, self.row.get("modes", {}), self.row)
        inventory = take_inventory(snapshot)
        files = analyse(snapshot, inventory, rules, NoFactCache())
        author = self.row.get("history", {}).get("author")
        return gather_facts(snapshot, inventory, files, author=author, now=NOW)


class _Snapshot(MemorySnapshot):
    def __init__(self, files: Mapping[str, str], modes: Mapping[str, Mode], row: Mapping[str, Any]) -> None:
        super().__init__(files, modes)
        sizes = row.get("sizes", {})
        self.entries = [
            *self.entries,
            *(Entry(path, path.encode(), "file", "0" * 40, size) for path, size in sizes.items()),
        ]
        self._contents.update(dict.fromkeys(sizes, b"\0"))
        self._history = row.get("history")

    def history(self) -> History | None:
        return _history(self._history) if self._history else None


def _history(row: Mapping[str, Any]) -> History:
    changed = row.get("files")
    commits = [
        Commit(f"{name}{n}", name, f"{name}@x.kr", 1_700_000_000 + n, subject.replace("{n}", str(n)), 1)
        for name, count, subject in row["people"]
        for n in range(count)
    ]
    if changed is not None:
        commits = [
            Commit(c.id, c.author_name, c.author_email, c.seconds, c.subject, 1, tuple(paths))
            for c, paths in zip(commits, changed, strict=True)
        ]
    branches = tuple(Branch(name, ahead) for name, ahead in row.get("branches", ()))
    return History(tuple(commits), row.get("complete", True), branches)


def project_cases(category: str) -> dict[str, dict[str, list[ProjectCase]]]:
    """The cases of a category: by rule, then "positive" and "negative"."""
    table = tomllib.loads((CASES / f"{category}.toml").read_text(encoding="utf-8"))
    return {
        rule_id: {kind: [ProjectCase(row) for row in rows] for kind, rows in kinds.items()}
        for rule_id, kinds in table.items()
    }


def places(rule: Rule, case: ProjectCase) -> list[PlacedHit]:
    """Where a rule finds something in that repository."""
    if not isinstance(rule, FileRule):
        return list(rule.check(case.facts()))
    facts = case.facts(rule)
    return [
        PlacedHit(file.info.path, load_hit(stored))
        for file in facts.files
        for stored in file.hits.get(rule.id, ())
    ]
