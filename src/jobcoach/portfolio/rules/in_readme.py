"""What rules ask of the README and its translations."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.facts.readme import find_readmes
from jobcoach.portfolio.facts.readme_document import CodeBlock, ReadmeDocument, Section, readme_document
from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.inventory.file_info import SourceText
from jobcoach.portfolio.rules.rule import Hit, PlacedHit

_SHELLS = frozenset(
    {
        "",
        "bash",
        "sh",
        "shell",
        "zsh",
        "console",
        "shell-session",
        "terminal",
        "cmd",
        "powershell",
        "text",
        "bat",
    }
)
_PROMPT = re.compile(r"^\s*(?:[$%>]\s+(?=\S)|\([\w.-]+\)\s*[$%]\s+|PS [A-Z]:[^>]*>\s*)?")
_MOST_TRANSLATIONS = 4
_SPLIT = re.compile(r"&&|\|\||;|\|")
_LETTERS_MIN = 80
_INLINE_CODE = re.compile(r"`([^`\n]{2,200})`")


def readmes(facts: RepositoryFacts) -> tuple[SourceText, ...]:
    """The front page's README and its translations; empty if there is none."""
    if facts.readme is None:
        return ()
    others = find_readmes(facts.inventory, facts.texts)
    return (facts.readme, *[text for text in others if text.path != facts.readme.path][:_MOST_TRANSLATIONS])


def document(facts: RepositoryFacts) -> ReadmeDocument | None:
    """The front page's README, taken apart."""
    return readme_document(facts.readme) if facts.readme else None


def any_line(facts: RepositoryFacts, pattern: re.Pattern[str]) -> bool:
    """Whether a line of a README, in any of its languages, holds the pattern."""
    return any(pattern.search(line[:4000]) for text in readmes(facts) for line in text.lines)


def sections_titled(found: ReadmeDocument, pattern: re.Pattern[str]) -> list[Section]:
    """The sections whose title holds the pattern."""
    return [section for section in found.sections if pattern.search(section.title)]


def prose_length(found: ReadmeDocument) -> int:
    """Characters of prose without headings: a Hangul syllable says about as much as two letters."""
    headings = {section.start for section in found.sections}
    return sum(spoken(text) for line, text in found.prose if line not in headings)


def is_hardly_more_than_a_title(facts: RepositoryFacts) -> bool:
    """Fewer letters of prose than two short sentences have, no code and few links, in any translation.

    What such a README lacks need not be said one by one.
    """
    documents = [readme_document(text) for text in readmes(facts)]
    if any(found.code_blocks or len(found.links) > 2 for found in documents):
        return False
    return bool(documents) and max(prose_length(found) for found in documents) < _LETTERS_MIN


def spoken(text: str) -> int:
    """Letters of a text, a Hangul syllable, kana or Han character for two."""
    return sum(
        2 if "\u3040" <= char <= "\u9fff" or "가" <= char <= "힣" else 1 for char in text if char.isalnum()
    )


def placed(facts: RepositoryFacts, hit: Hit) -> PlacedHit:
    """A hit in the front page's README."""
    return PlacedHit(facts.readme.path if facts.readme else None, hit)


def shell_commands(found: ReadmeDocument) -> Iterator[tuple[int, str]]:
    """Each command of the code blocks that are for a shell, with its line; comments are left out."""
    for block in found.code_blocks:
        if block.language in _SHELLS:
            yield from _commands(block)


def inline_commands(found: ReadmeDocument, source: SourceText) -> Iterator[tuple[int, str]]:
    """What stands between backticks outside of code blocks, with its line."""
    for line, _ in found.prose:
        for code in _INLINE_CODE.finditer(source.lines[line - 1][:4000]):
            yield line, code[1].strip()


def _commands(block: CodeBlock) -> Iterator[tuple[int, str]]:
    for offset, line in enumerate(block.lines):
        text = _PROMPT.sub("", line[:1000], count=1).strip()
        if text.startswith("#") or block.first + offset > block.end:
            continue
        for command in _SPLIT.split(text.split(" #")[0]):
            if command.strip():
                yield block.first + offset, command.strip()
