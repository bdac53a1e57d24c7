"""A Markdown README as a ``ReadmeDocument``, HTML in it included."""

import html
import re
from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from jobcoach.portfolio.facts.readme_document import CodeBlock, Link, ReadmeDocument, Section

_LINE_KEPT, _LINES_KEPT = 4000, 10_000
_COMMENT = re.compile(r"<!--[\s\S]*?(?:-->|\Z)")
_CODE_SPAN = re.compile(r"(?<!`)(`{1,3})(?!`)([^`\n]+)\1(?!`)")
# Nothing is given back (*+, ?+): a line without a closing bracket takes no longer than one with it.
_TARGET = r"\(\s*+(?:<([^<>\n]*+)>|([^()\s<>]*+(?:\([^()\s]*+\)[^()\s]*+)?+))[^()\n]*+\)"
_IMAGE = re.compile(r"!\[([^\[\]\n]*+)\]" + _TARGET)
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]*+)\]" + _TARGET)
_DEFINITION = re.compile(r"^ {0,3}\[([^\[\]\n]{1,200})\]:\s*<?([^\s<>]+)>?", re.MULTILINE)
_AUTOLINK = re.compile(r"(?<![\w\"'(=/])https?://[^\s<>\"')\]]+")
_TAG = re.compile(r"<(img|a|video|source|iframe)\b([^<>]*)>", re.IGNORECASE)
_ADDRESS = re.compile(r"\b(?:src|href)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_ALT = re.compile(r"\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_HTML_HEADING = re.compile(r"<h([1-6])\b[^<>]*>([^\n]*)", re.IGNORECASE)
_SUMMARY = re.compile(r"<summary\b[^<>]*>([^\n]*)", re.IGNORECASE)
_ANY_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_MARKS = re.compile(r"\*{1,3}|~~|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)")
_SUMMARY_LEVEL = 6


def parse_markdown(lines: Sequence[str]) -> ReadmeDocument:
    """Take a Markdown text apart: its first 10,000 lines, of each the first 4,000 characters."""
    kept = [line[:_LINE_KEPT] for line in lines[:_LINES_KEPT]]
    tokens = _parser().parse("\n".join(kept))
    blocks = tuple(_code_blocks(tokens, kept))
    visible = _blank_comments(_without_code(kept, blocks))
    return ReadmeDocument(
        format="markdown",
        sections=close_sections(sorted(_headings(tokens, visible)), len(kept)),
        links=tuple(sorted(_links(visible), key=lambda link: link.line)),
        code_blocks=blocks,
        prose=tuple((number, text) for number, line in enumerate(visible, start=1) if (text := _plain(line))),
    )


def close_sections(headings: Sequence[tuple[int, int, str]], lines: int) -> tuple[Section, ...]:
    """Headings (line, level, title) in order as sections; each ends before the next of its level or above."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    for index, (line, level, _) in enumerate(headings):
        while opened and headings[opened[-1]][1] >= level:
            ends[opened.pop()] = line - 1
        opened.append(index)
    return tuple(
        Section(level, title, line, ends.get(index, lines))
        for index, (line, level, title) in enumerate(headings)
    )


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table").disable(["inline", "code"])


def _code_blocks(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[CodeBlock]:
    for token in tokens:
        if token.type == "fence" and token.map is not None:
            start, end = token.map
            code = tuple(token.content.split("\n"))[:-1] if token.content else ()
            last = lines[end - 1].strip(" >\t") if end <= len(lines) else ""
            closed = end - start > 1 and last.startswith(token.markup) and not last.strip(token.markup[0])
            language = token.info.split()[0].lower() if token.info.split() else ""
            yield CodeBlock(language, start + 1, end, start + 2, code, closed)


def _without_code(lines: Sequence[str], blocks: Sequence[CodeBlock]) -> list[str]:
    visible = list(lines)
    for block in blocks:
        for index in range(block.start - 1, block.end):
            visible[index] = ""
    return visible


def _blank_comments(lines: Sequence[str]) -> list[str]:
    return _COMMENT.sub(lambda match: "\n" * match.group().count("\n"), "\n".join(lines)).split("\n")


def _headings(tokens: Sequence[Token], visible: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and token.map is not None:
            yield token.map[0] + 1, int(token.tag[1]), _plain(tokens[index + 1].content)
    for number, line in enumerate(visible, start=1):
        if (found := _HTML_HEADING.search(line)) and not line.lstrip().startswith("#"):
            yield number, int(found[1]), _plain(found[2])
        elif found := _SUMMARY.search(line):
            yield number, _SUMMARY_LEVEL, _plain(found[1])


def _links(visible: Sequence[str]) -> Iterator[Link]:
    for number, line in enumerate(visible, start=1):
        rest = _CODE_SPAN.sub(_blank, line)
        for image in _IMAGE.finditer(rest):
            yield Link("image", image[2] or image[3] or "", image[1], number)
        rest = _IMAGE.sub(_blank, rest)
        for link in _LINK.finditer(rest):
            yield Link("link", link[2] or link[3] or "", link[1].strip(), number)
        rest = _LINK.sub(_blank, rest)
        if (definition := _DEFINITION.match(rest)) and not definition[1].startswith("^"):
            yield Link("link", definition[2], definition[1], number)
            continue
        for url in _AUTOLINK.finditer(rest):
            yield Link("link", url.group().rstrip(".,;"), "", number)
    yield from _tag_links("\n".join(visible))


def _tag_links(text: str) -> Iterator[Link]:
    line, done = 1, 0
    for tag in _TAG.finditer(text):
        line += text.count("\n", done, tag.start())
        done = tag.start()
        address = _ADDRESS.search(tag[2])
        if address is None:
            continue
        alt = _ALT.search(tag[2])
        target = html.unescape(address[1] or address[2] or address[3] or "").strip()
        kind: Link = Link("link" if tag[1].lower() == "a" else "image", target, _group(alt), line)
        yield kind


def _group(match: re.Match[str] | None) -> str:
    return (match[1] or match[2] or "") if match else ""


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _plain(line: str) -> str:
    """One line without markup; of a link its text stays, of an image nothing."""
    text = _IMAGE.sub(" ", line)
    text = _LINK.sub(lambda match: match[1], text)
    text = _ANY_TAG.sub(" ", text)
    text = _CODE_SPAN.sub(lambda match: match[2], text)
    text = _MARKS.sub("", text).lstrip("#> \t")
    return " ".join(html.unescape(text).split())
