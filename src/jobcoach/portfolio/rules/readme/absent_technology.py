"""R15: a technology that the README lists and nothing in the repository shows."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from jobcoach.portfolio.facts.readme_document import ReadmeDocument
from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.in_readme import document, placed, sections_titled
from jobcoach.portfolio.rules.project import is_seen_whole, is_substantial
from jobcoach.portfolio.rules.rule import Confidence, Hit, PlacedHit, RepositoryRule
from jobcoach.portfolio.rules.tables import pattern

_TABLE = Path(__file__).with_name("technologies_named.toml")
_BADGE = re.compile(r"shields\.io/badge/([^?)\"'\s]+)", re.IGNORECASE)
_SIDES: dict[str, frozenset[str]] = {
    "jvm": frozenset({"Java", "Kotlin"}),
    "web": frozenset({"JavaScript", "TypeScript", "JSX", "TSX", "Vue", "Svelte"}),
    "python": frozenset({"Python"}),
}
_SERVERS = re.compile(
    r"spring-?boot|springframework|django|fastapi|flask|express|@nestjs|koa|fastify|gin-gonic|labstack/echo|ktor|aiohttp",
    re.IGNORECASE,
)
_A_SIDE = 0.1
_WHOLE_README = 80


@dataclass(frozen=True, slots=True)
class _Named:
    """One row of the table, compiled."""

    name: str
    named: re.Pattern[str]
    present: re.Pattern[str]
    side: str
    outside: bool


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """Named in a list of technologies or on a badge; absent from dependencies, settings, paths, imports."""
    found = document(facts)
    if facts.readme is None or found is None or not is_substantial(facts) or not is_seen_whole(facts):
        return
    listed = list(_listed(found, facts.readme.lines))
    shown = _shown(facts)
    sides = _sides(facts, shown)
    for technology in _technologies():
        line = next((number for number, text in listed if technology.named.search(text)), None)
        if line is not None and technology.side in sides and not technology.present.search(shown):
            confidence: Confidence | None = "low" if technology.outside else None
            yield placed(facts, Hit(line, line, {"technology": technology.name}, confidence))


def _listed(found: ReadmeDocument, lines: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Lines of the sections on technologies, and what badges say anywhere."""
    code = {number for block in found.code_blocks for number in range(block.start, block.end + 1)}
    listed = {
        number
        for section in sections_titled(found, pattern("readme", "stack"))
        if section.end - section.start <= _WHOLE_README
        for number in range(section.start, section.end + 1)
    } - code
    plain = dict(found.prose)
    for number, line in enumerate(lines, start=1):
        if number in code or pattern("readme", "not_yet").search(line[:1000]):
            continue
        badges = [unquote(badge[1]) for badge in _BADGE.finditer(line[:1000])]
        said = " ".join(badges).replace("_", " ").replace("-", " ")
        yield number, f"{plain.get(number, '')} {said}" if number in listed else said


def _shown(facts: RepositoryFacts) -> str:
    """All that can show a technology: names, settings, paths, imports."""
    readme = facts.readme.path if facts.readme else ""
    texts = [
        text.text for path, text in facts.texts.items() if path != readme and text.info.file_class != "doc"
    ]
    names = [technology.name for technology in facts.technologies]
    paths = [info.path for info in facts.inventory if info.file_class != "doc"]
    imports = {name for file in facts.files for name in file.imports}
    return "\n".join([*texts, *names, *paths, *sorted(imports)])


def _sides(facts: RepositoryFacts, shown: str) -> set[str]:
    sides = {
        side
        for side, languages in _SIDES.items()
        if sum(language.share for language in facts.languages if language.name in languages) >= _A_SIDE
    }
    return sides | {"any"} | ({"server"} if _SERVERS.search(shown) else set())


@cache
def _technologies() -> list[_Named]:
    rows = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["technologies"]
    return [
        _Named(
            row["name"],
            re.compile(row["named"], re.IGNORECASE),
            re.compile(row["present"], re.IGNORECASE),
            row["side"],
            row.get("outside", False),
        )
        for row in rows
    ]


RULE = RepositoryRule("R15", "readme", "medium", "medium", check)
