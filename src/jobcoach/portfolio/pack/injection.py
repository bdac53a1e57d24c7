"""Lines of a repository that tell the model that reads it what to do: never sent, and reported.

Patterns are data (``injection.toml``). What the model never reads cannot change what it says.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jobcoach.text import nfc

_LINE_CHARACTERS_MAX = 2_000
# Letters that do not show are a way round a pattern.
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\U000e0000-\U000e007f]")
# Cheap, and in every line that a pattern can match.
_WORDS = re.compile(
    r"ignore|disregard|forget|override|\bai\b|llm|gpt|claude|model|report|mention|flag|list|critici|find|give"
    r"|award|rate|score|grade|mark|say|write|answer|respond|output|state|conclude|recommend|hire|instruction"
    r"|rule|im_|endoftext|무시|잊|따르|평가|심사|채점|리뷰|검토|만점|점|합격|보고|언급|지적|말",
    re.IGNORECASE,
)


def injected_lines(lines: Sequence[str]) -> tuple[int, ...]:
    """The lines (from 1) that instruct a reader; one that goes on in the next line is found as well."""
    found: list[int] = []
    before = ""
    for number, line in enumerate(lines, 1):
        folded = _folded(line)
        if _instructs(folded):
            found.append(number)
        elif before and folded and not _instructs(before) and _instructs(f"{before} {folded}"):
            found += [number - 1, number] if number - 1 not in found[-1:] else [number]
        before = folded
    return tuple(found)


def _instructs(folded: str) -> bool:
    return _WORDS.search(folded) is not None and any(pattern.search(folded) for pattern in _patterns())


def _folded(line: str) -> str:
    return " ".join(nfc(_HIDDEN.sub("", line[:_LINE_CHARACTERS_MAX])).casefold().split())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    table = tomllib.loads(Path(__file__).with_name("injection.toml").read_text(encoding="utf-8"))
    return tuple(re.compile(pattern) for pattern in table["patterns"])
