"""Which words of ``patterns.toml`` a text holds, and where their patterns are worth a try.

One text in a thousand holds a given word, and there are some ninety of them. Looking for each reads a text
ninety times; here it is read twenty times, each time for one rare character, at a fifth of the cost.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from jobcoach.portfolio.secrets.kinds import Kind, compiled, kinds

# Of source code in lower case, the rarest first: 75 MB of Java, Python, TypeScript and twenty others.
_RAREST_FIRST = "~^&\t%@!\\#zq?*j$][+'|`-_x7986543>k<21y/}{:,0vwb;h=()\".fdmgulcp\nsanoirte "
# No pattern that is tried around a word reaches farther.
_BEFORE_CHARS, _BEHIND_CHARS = 150, 1000


@dataclass(frozen=True, slots=True)
class _Group:
    """Words with one rare character in common; the pattern begins with it, for which re looks fastest."""

    words: tuple[str, ...]
    pattern: re.Pattern[str]


def words_in(lower: str) -> set[str]:
    """The words of all kinds that a text in lower case holds."""
    found = set()
    for group in _groups():
        if group.pattern.search(lower):
            found |= {word for word in group.words if word in lower}
    longer = _longer()
    for word in tuple(found):
        found |= {more for more in longer[word] if more in lower}
    return found


def places_of(kind: Kind, lower: str) -> list[tuple[int, int]]:
    """Around each word of the kind that is followed as it should be: of its line and the one below.

    A value may be wrapped into the next line. Overlapping places are joined, so that no text is looked at
    twice.
    """
    spans: set[tuple[int, int]] = set()
    then = compiled(kind.then)
    for word in kind.near:
        at = lower.find(word)
        while at >= 0:
            following = at + len(word)
            if then.match(lower, following) is not None:
                end = _line_end(lower, at)
                before = max(lower.rfind("\n", 0, at) + 1, at - _BEFORE_CHARS)
                behind = min(_line_end(lower, end + 1), at + _BEHIND_CHARS)
                spans.add((before, behind))
                following = max(following, min(end, behind))
            at = lower.find(word, following)
    return _joined(sorted(spans))


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


@cache
def _groups() -> tuple[_Group, ...]:
    by_rarest: dict[str, list[str]] = {}
    for word in _longer():
        by_rarest.setdefault(min(word, key=_RAREST_FIRST.find), []).append(word)
    return tuple(
        _Group(tuple(words), re.compile(_any_of(words, rarest))) for rarest, words in by_rarest.items()
    )


@cache
def _longer() -> dict[str, tuple[str, ...]]:
    """The words that hold no other one, each with those that hold it: without it there is none of them."""
    words = sorted({word for kind in kinds() for word in kind.near})
    shortest = [word for word in words if not any(other in word for other in words if other != word)]
    return {short: tuple(word for word in words if short in word and short != word) for short in shortest}


def _any_of(words: Iterable[str], rarest: str) -> str:
    """The character, then what of some word stands before it, seen backwards, and behind it."""
    around = []
    for word in words:
        before, _, behind = word.partition(rarest)
        seen = f"(?<={re.escape(before + rarest)})" if before else ""
        around.append(seen + re.escape(behind))
    return f"{re.escape(rarest)}(?:{'|'.join(around)})"
