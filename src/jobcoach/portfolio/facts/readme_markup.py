"""A README in reStructuredText, AsciiDoc or plain text as a ``ReadmeDocument``: as much as rules need."""

import re
from collections.abc import Iterator, Sequence

from jobcoach.portfolio.facts.readme_document import CodeBlock, Format, Link, ReadmeDocument
from jobcoach.portfolio.facts.readme_markdown import close_sections

_LINE_KEPT, _LINES_KEPT = 4000, 10_000
_UNDERLINE = re.compile(r"([=\-~^\"'#*+.])\1{2,}\s*")
_ADOC_HEADING = re.compile(r"(={1,6})\s+(\S.*)")
_RST_IMAGE = re.compile(r"\.\. (?:\|[^|\n]*\| )?(?:image|figure)::\s*(\S+)")
_RST_LINK = re.compile(r"`[^`<>\n]*<([^<>\s]+)>`_|^\.\. _[^:\n]+:\s+(\S+)")
_ADOC_IMAGE = re.compile(r"image::?([^\s\[\]]+)\[")
_ADOC_LINK = re.compile(r"(?:link|xref):([^\s\[\]]+)\[")
_URL = re.compile(r"https?://[^\s<>\"'\[\])]+")
_RST_CODE = re.compile(r"\s*(?:\.\. (?:code|code-block|sourcecode)::\s*(\S*)|(?!\.\. ).*::)\s*")


def parse_markup(lines: Sequence[str], kind: Format) -> ReadmeDocument:
    """Take a text of that format apart. Relative links are read where the format marks them."""
    kept = [line[:_LINE_KEPT] for line in lines[:_LINES_KEPT]]
    blocks = tuple(_fenced(kept) if kind == "adoc" else _indented(kept))
    in_code = {number for block in blocks for number in range(block.start, block.end + 1)}
    visible = [(number, line) for number, line in enumerate(kept, start=1) if number not in in_code]
    return ReadmeDocument(
        format=kind,
        sections=close_sections(list(_headings(kept, in_code, kind)), len(kept)),
        links=tuple(link for number, line in visible for link in _links(number, line, kind)),
        code_blocks=blocks,
        prose=tuple((number, " ".join(line.split())) for number, line in visible if _says_something(line)),
    )


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.startswith((".. ", ":")) and not _UNDERLINE.fullmatch(line)


def _headings(lines: Sequence[str], in_code: set[int], kind: Format) -> Iterator[tuple[int, int, str]]:
    levels: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if number in in_code:
            continue
        if kind == "adoc":
            if found := _ADOC_HEADING.fullmatch(line.rstrip()):
                yield number, len(found[1]), found[2]
        elif (mark := _UNDERLINE.fullmatch(line)) and number > 1:
            title = lines[number - 2].strip()
            if title and len(line.rstrip()) * 2 >= len(title) and not _UNDERLINE.fullmatch(title):
                yield number - 1, levels.setdefault(mark[1], len(levels) + 1), title


def _links(number: int, line: str, kind: Format) -> Iterator[Link]:
    if kind == "rst":
        for image in _RST_IMAGE.finditer(line):
            yield Link("image", image[1], "", number)
        for link in _RST_LINK.finditer(line):
            yield Link("link", link[1] or link[2], "", number)
    elif kind == "adoc":
        for image in _ADOC_IMAGE.finditer(line):
            yield Link("image", image[1], "", number)
        for link in _ADOC_LINK.finditer(line):
            yield Link("link", link[1], "", number)
    for url in _URL.finditer(line):
        yield Link("link", url.group().rstrip(".,;"), "", number)


def _fenced(lines: Sequence[str]) -> Iterator[CodeBlock]:
    opened: int | None = None
    for number, line in enumerate(lines, start=1):
        if line.rstrip() not in ("----", "....", "```"):
            continue
        if opened is None:
            opened = number
        else:
            yield CodeBlock("", opened, number, opened + 1, tuple(lines[opened : number - 1]))
            opened = None


def _indented(lines: Sequence[str]) -> Iterator[CodeBlock]:
    """Lines set in below a line that ends in ``::``."""
    index = 0
    while index < len(lines):
        found = _RST_CODE.fullmatch(lines[index])
        index += 1
        if found is None:
            continue
        start = index
        while index < len(lines) and (not lines[index].strip() or lines[index].startswith((" ", "\t"))):
            index += 1
        code = tuple(line.strip() for line in lines[start:index])
        if any(code):
            yield CodeBlock(found[1] or "", start + 1, index, start + 1, code)
