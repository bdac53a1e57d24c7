"""The figures that a README claims, and what stands behind each: method, baseline, artefact or nothing."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from jobcoach.portfolio.evidence import Evidence
from jobcoach.portfolio.facts.claim_numbers import any_word, find_figures, words
from jobcoach.portfolio.facts.readme_document import Link, ReadmeDocument, Section, readme_document
from jobcoach.portfolio.facts.relative_links import repository_path
from jobcoach.portfolio.facts.repository import Claim
from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.secrets.mask import mask_secrets

Backing = Literal["none", "method", "baseline", "artefact"]

_MOST_CLAIMS = 30
_OPEN_TASK = re.compile(r"\s*[-*+] \[ \]")
_A_BOOK = 1200
_TEXT_KEPT = 160
_LINES_AROUND, _LINES_BESIDE = 6, 4
_SECTION_LINES_MOST = 60


@dataclass(frozen=True, slots=True)
class _Artefacts:
    """Which measurements the repository itself holds."""

    of_speed: bool
    of_models: bool
    of_coverage: bool
    paths: frozenset[str]


def find_claims(
    readme: SourceText | None, files: Sequence[FileInfo], texts: Mapping[str, SourceText]
) -> tuple[Claim, ...]:
    """The claims of the README's prose in order, at most 30 and one a line; plans are none.

    A README of more than 1,200 lines is a book: its figures are what it teaches.
    ``texts`` are build files and workflows by path: what measures coverage stands there.
    """
    if readme is None or len(readme.lines) > _A_BOOK:
        return ()
    document = readme_document(readme)
    artefacts = _artefacts(files, texts)
    claims: list[Claim] = []
    for line, text in _claiming(document, readme):
        figure = next(find_figures(text), None)
        if figure is None or len(claims) == _MOST_CLAIMS:
            continue
        quote = mask_secrets(readme.lines[line - 1]).strip()
        evidence = Evidence(path=readme.path, start=line, end=line, quote=quote, blob=readme.info.entry.blob)
        clause = mask_secrets(figure.clause)[:_TEXT_KEPT]
        around = _around(document, line)
        claims.append(Claim(clause, evidence, _backing(readme, clause, around, artefacts)))
    return tuple(claims)


def _claiming(document: ReadmeDocument, readme: SourceText) -> Iterator[tuple[int, str]]:
    """The lines of prose that may claim something: no plan, no open task, nothing of a market."""
    header, last = "", 0
    for line, text in document.prose:
        if "|" not in text:
            header = ""
        elif not header or line != last + 1:
            header = text
        last = line
        titles = [section.title for section in document.sections_at(line) if section.start != line]
        if any(any_word("no_claim_titles", title) for title in titles) or _wanted(header):
            continue
        if not _OPEN_TASK.match(readme.lines[line - 1]):
            yield line, text


def _wanted(header: str) -> bool:
    """Whether a table tells what is aimed at, and not what was reached."""
    return any_word("wanted_cells", header) and not any_word("reached_cells", header)


@dataclass(frozen=True, slots=True)
class _Around:
    """What a reader sees together with a claim."""

    line: int
    text: str
    links: tuple[Link, ...]


def _around(document: ReadmeDocument, line: int) -> _Around:
    start, end = line - _LINES_AROUND, line + _LINES_AROUND
    section = document.section_at(line)
    if section is not None:
        start, end = _narrowed(section, line)
    prose = " \n".join(text for number, text in document.prose if start <= number <= end)
    code = " \n".join(text for b in document.code_blocks if start <= b.start <= end for text in b.lines)
    links = tuple(link for link in document.links if start <= link.line <= end)
    return _Around(line, f"{prose} \n{code}", links)


def _narrowed(section: Section, line: int) -> tuple[int, int]:
    if section.end - section.start <= _SECTION_LINES_MOST:
        return section.start, section.end
    return max(section.start, line - _SECTION_LINES_MOST // 2), min(
        section.end, line + _SECTION_LINES_MOST // 2
    )


def _backing(readme: SourceText, clause: str, around: _Around, artefacts: _Artefacts) -> Backing:
    if _is_shown(readme, clause, around, artefacts):
        return "artefact"
    if any_word("method", around.text) or any(any_word("elsewhere", link.target) for link in around.links):
        return "method"
    return "baseline" if any_word("baseline", clause) else "none"


def _is_shown(readme: SourceText, clause: str, around: _Around, artefacts: _Artefacts) -> bool:
    for link in around.links:
        path = repository_path(readme.path, link.target)
        if path in artefacts.paths and (not _is_page(link, path) or any_word("report_pages", path)):
            return True
    if any(_is_picture_beside(link, around.line) for link in around.links):
        return True
    if any_word("about_coverage", clause):
        return artefacts.of_coverage
    if any_word("about_models", clause):
        return artefacts.of_models
    return artefacts.of_speed


def _is_page(link: Link, path: str) -> bool:
    return link.kind == "link" and path.endswith((".md", "/"))


def _is_picture_beside(link: Link, line: int) -> bool:
    """A picture put into the README by its author: next to a figure it shows where that is from."""
    beside = abs(link.line - line) <= _LINES_BESIDE
    return beside and link.kind == "image" and any_word("pictures", link.target)


def _artefacts(files: Sequence[FileInfo], texts: Mapping[str, SourceText]) -> _Artefacts:
    paths = [info.path for info in files if info.file_class not in ("vendored", "submodule")]

    def holds(pattern: re.Pattern[str]) -> bool:
        return any(pattern.search(path) for path in paths)

    measured = any(
        any_word("coverage_tools", text.text) for text in texts.values() if text.info.file_class != "doc"
    )
    return _Artefacts(
        of_speed=holds(words("artefacts")),
        of_models=holds(words("artefacts_of_models")),
        of_coverage=holds(words("artefacts_of_coverage")) or measured,
        paths=frozenset(paths),
    )
