"""The fixtures of ``cases/<id>.toml``: texts in which a rule finds something, and texts in which it does not.

A case is one file (``path``, ``text``) or several (``[[positive.files]]``). ``lines`` are
the first lines of the hits. With ``repeat`` the text is written that many times, ``{n}`` counting;
``{body}`` stands for 130 lines.
"""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jobcoach.portfolio.facts.file_facts import file_facts
from jobcoach.portfolio.facts.hits import load_hit
from jobcoach.portfolio.facts.repository import FileFacts, RepositoryFacts
from jobcoach.portfolio.inventory.classify import classify
from jobcoach.portfolio.inventory.file_info import FileInfo
from jobcoach.portfolio.rules.rule import FileRule, PlacedHit, Rule
from jobcoach.portfolio.source.snapshot import Entry, Source

CASES = Path(__file__).with_name("cases")


@dataclass(frozen=True)
class Case:
    """Files by path, and the first lines of the hits that are expected (None for "some")."""

    name: str
    files: Mapping[str, str]
    lines: list[int] | None
    confidence: str | None


def cases(rule_id: str, kind: str) -> list[Case]:
    """The positive or negative cases of a rule."""
    table = tomllib.loads((CASES / f"{rule_id}.toml").read_text(encoding="utf-8"))
    return [_case(row) for row in table[kind]]


def _case(row: Mapping[str, Any]) -> Case:
    files = row.get("files", [row])
    texts = {file["path"]: _text(file) for file in files}
    return Case(" ".join(texts), texts, row.get("lines"), row.get("confidence"))


def _text(file: Mapping[str, Any]) -> str:
    text: str = file.get("text", "").removeprefix("\n")
    # No secret stands in a fixture as such: §§ holds its halves apart.
    text = text.replace("§§", "").replace("{body}", "    total = total + values\n" * 130)
    return "".join(text.replace("{n}", str(n)) for n in range(file.get("repeat", 1)))


def info_of(path: str, data: bytes = b"") -> FileInfo:
    blob = hashlib.sha1(data).hexdigest()
    return classify(Entry(path, path.encode("utf-8", "surrogateescape"), "file", blob, len(data)))


def places(rule: Rule, files: Mapping[str, str]) -> list[PlacedHit]:
    """Where a rule finds something in these files."""
    rules = (rule,) if isinstance(rule, FileRule) else ()
    facts = [facts_of(path, text, rules) for path, text in sorted(files.items())]
    if isinstance(rule, FileRule):
        return list(_of_file_rule(rule, facts))
    return list(rule.check(repository_of(facts)))


def facts_of(path: str, text: str, rules: tuple[FileRule, ...] = ()) -> FileFacts:
    data = text.encode("utf-8")
    return file_facts(info_of(path, data), data, rules)


def _of_file_rule(rule: FileRule, facts: list[FileFacts]) -> Iterator[PlacedHit]:
    for file in facts:
        for stored in file.hits.get(rule.id, ()):
            yield PlacedHit(file.info.path, load_hit(stored))


def repository_of(facts: list[FileFacts]) -> RepositoryFacts:
    source = Source("folder", "/somewhere", None, None)
    return RepositoryFacts(
        source, tuple(facts), tuple(file.info for file in facts), (), (), (), (), None, {}, (), None
    )
