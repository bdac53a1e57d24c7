"""Text -> sentences with their places: the units of evidence and of contradiction."""

import re
from dataclasses import dataclass

from jobcoach.interview.grading.offline.tokens import MAX_CHARS, Token, tokens

# A full stop within a number, a file name or "e.g." ends nothing; a line break, a bullet and a semicolon do.
_END = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\betc)[.!?。]+(?=[\s\"')\]]|$)|[\n\r]+|;\s|\s[-•]\s")


@dataclass(frozen=True, slots=True)
class Sentence:
    """``text[start:end]`` of the text it was cut from, with its words."""

    text: str
    start: int
    end: int
    tokens: tuple[Token, ...]


def sentences(text: str) -> list[Sentence]:
    """The sentences that hold a word, of the first MAX_CHARS characters."""
    text = text[:MAX_CHARS]
    bounds = [*(match.end() for match in _END.finditer(text)), len(text)]
    words = tokens(text)
    found, start, at = [], 0, 0
    for end in bounds:
        first = at
        while at < len(words) and words[at].start < end:
            at += 1
        if at > first:
            trimmed_start = start + len(text[start:end]) - len(text[start:end].lstrip())
            trimmed_end = end - (len(text[start:end]) - len(text[start:end].rstrip()))
            trimmed_end = max(trimmed_end, words[at - 1].end)
            found.append(
                Sentence(text[trimmed_start:trimmed_end], trimmed_start, trimmed_end, tuple(words[first:at]))
            )
        start = end
    return found
