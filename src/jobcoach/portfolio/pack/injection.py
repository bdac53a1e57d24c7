"""Lines of a repository that tell the model that reads it what to do: never sent, and reported.

Patterns are data (``injection.toml``). What the model never reads cannot change what it says.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from jobcoach.text import nfc

_LINE_CHARACTERS_MAX = 2_000
# Letters that do not show are a way round a pattern.
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\U000e0000-\U000e007f]")
# In every line that a pattern can match, or in the one before it; sought in the whole text at once, which is
# ten times as fast as looking at each line.
_SIGN = re.compile(
    r"ignore|disregard|forget|overrid|\bai\b|llm|gpt|claude|model|automated|do not |don.t |never |this repo"
    r"|(?:this|the|my) (?:project|code|portfolio|candidate|author)|no (?:issues|problems|findings|faults)"
    r"|perfect|flawless|excellent|hire|recommend|new (?:system )?(?:instr|rules)|im_|endoftext|system\b"
    r"|assistant|무시|잊|따르지|평가|심사|채점|리뷰|검토|만점|10점|100점|최고|합격|하지 ?[말마]"
)


def injected_lines(lines: Sequence[str]) -> tuple[int, ...]:
    """The lines (from 1) that instruct a reader; one that goes on in the next line is found as well."""
    text = _folded("\n".join(line[:_LINE_CHARACTERS_MAX] for line in lines))
    folded = text.split("\n")
    found: set[int] = set()
    for number in _signed(text):
        # What is in none of the three lines together is in none of them: one search for most lines, not five.
        if not _instructs(" ".join(" ".join(folded[max(number - 2, 0) : number + 1]).split())):
            continue
        line = " ".join(folded[number - 1].split())
        if _instructs(line):
            found.add(number)
            continue
        for first in (number - 1, number):
            pair = [" ".join(each.split()) for each in folded[max(first - 1, 0) : first + 1]]
            if len(pair) == 2 and not any(map(_instructs, pair)) and _instructs(" ".join(pair)):
                found |= {first, first + 1}
    return tuple(sorted(found))


def _signed(text: str) -> Iterator[int]:
    """The lines (from 1) that are worth a look, each once."""
    number, counted, last = 1, 0, 0
    for sign in _SIGN.finditer(text):
        number += text.count("\n", counted, sign.start())
        counted = sign.start()
        if number != last:
            last = number
            yield number


def _instructs(line: str) -> bool:
    return any(pattern.search(line) for pattern in _patterns())


def _folded(text: str) -> str:
    return nfc(_HIDDEN.sub("", text)).casefold()


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    table = tomllib.loads(Path(__file__).with_name("injection.toml").read_text(encoding="utf-8"))
    return tuple(re.compile(pattern) for pattern in table["patterns"])
