"""A README taken apart: sections, links, images, code blocks, and its prose by line.

Lines are counted from 1, ends are inclusive. Only blocks are parsed (markdown-it-py,
CommonMark); links and tags are found by expressions that never look back, since a
README may be made to be slow to parse.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from jobcoach.portfolio.inventory.file_info import SourceText

Format = Literal["markdown", "rst", "adoc", "plain"]

_FORMATS: dict[str, Format] = {
    "md": "markdown", "markdown": "markdown", "mdown": "markdown", "mdx": "markdown",
    "rst": "rst", "adoc": "adoc", "asciidoc": "adoc",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it, subsections included."""

    level: int
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an image as written; ``text`` is the link's text or the image's alternative text."""

    kind: Literal["link", "image"]
    target: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """A block of code. ``start`` is its fence's line, ``first`` its first line of code."""

    language: str
    start: int
    end: int
    first: int
    lines: tuple[str, ...]
    closed: bool = True


@dataclass(frozen=True, slots=True)
class ReadmeDocument:
    """A README's parts, each in the order of its lines. ``prose`` are (line, text without markup)."""

    format: Format
    sections: tuple[Section, ...]
    links: tuple[Link, ...]
    code_blocks: tuple[CodeBlock, ...]
    prose: tuple[tuple[int, str], ...]

    def section_at(self, line: int) -> Section | None:
        """The innermost section that holds the line."""
        found = [section for section in self.sections if section.start <= line <= section.end]
        return found[-1] if found else None

    def sections_at(self, line: int) -> tuple[Section, ...]:
        """All sections that hold the line, the outermost first."""
        return tuple(section for section in self.sections if section.start <= line <= section.end)


@lru_cache(maxsize=8)
def readme_document(source: SourceText) -> ReadmeDocument:
    """The README's parts. Rules ask for the same one after the other: the last few are kept."""
    from jobcoach.portfolio.facts.readme_markdown import parse_markdown
    from jobcoach.portfolio.facts.readme_markup import parse_markup

    extension = source.path.rpartition("/")[2].rpartition(".")[2].lower()
    kind = _FORMATS.get(extension, "plain")
    return parse_markdown(source.lines) if kind == "markdown" else parse_markup(source.lines, kind)
