"""Where a text holds secrets."""

import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from jobcoach.portfolio.secrets.placeholders import is_placeholder

Confidence = Literal["high", "medium", "low"]

_TABLE = Path(__file__).with_name("patterns.toml")
# No pattern that is tried around a word reaches farther.
_BEFORE_CHARS, _BEHIND_CHARS = 150, 1000
_RANDOM_LENGTH_MIN = 16
# These name things more often than they open them.
_UUID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
# Bits a character: words come to 2.5 to 3.3, hexadecimal digits to 3.5 and base 64 to 4.5.
_RANDOM_ENTROPY_MIN = 3.4
_RANK: dict[Confidence, int] = {"high": 0, "medium": 1, "low": 2}


@dataclass(frozen=True, slots=True)
class Secret:
    """``text[start:end]`` is a secret of a kind of ``patterns.toml``.

    Low confidence is enough to mask it, and too little to accuse anyone.
    """

    kind: str
    start: int
    end: int
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class _Kind:
    id: str
    near: tuple[str, ...]
    pattern: str
    confidence: Confidence
    words: bool
    around: bool


def find_secrets(text: str) -> list[Secret]:
    """The secrets of a whole file's text, in order and apart from each other.

    What is part of a secret cannot be told from a single line (of a private key, say):
    give the whole text. Takes time in proportion to it.
    """
    lower = text.lower()
    found = [
        secret
        for kind in _kinds()
        if any(near in lower for near in kind.near)
        for secret in _secrets_of(kind, text, lower)
    ]
    return _apart(found)


def entropy(value: str) -> float:
    """Shannon's entropy of the characters, in bits a character."""
    counts = Counter(value).values()
    return -sum(count / len(value) * math.log2(count / len(value)) for count in counts) if value else 0.0


def _secrets_of(kind: _Kind, text: str, lower: str) -> Iterator[Secret]:
    for match in _matches(kind, text, lower):
        group: str | int = "secret" if "secret" in match.re.groupindex else 0
        start, end = match.span(group)
        confidence = _weighed(kind, match[group])
        if confidence is not None:
            yield Secret(kind.id, start, end, confidence)


def _matches(kind: _Kind, text: str, lower: str) -> Iterator[re.Match[str]]:
    pattern = re.compile(kind.pattern)
    # A few letters become two in lower case: then offsets do not agree.
    if not kind.around or len(lower) != len(text):
        yield from pattern.finditer(text)
        return
    for start, end in _near_words(kind.near, lower):
        yield from pattern.finditer(text, start, end)


def _near_words(words: Iterable[str], lower: str) -> list[tuple[int, int]]:
    """What stands around each of the words: of its line and the one below, for a value may be wrapped."""
    spans: set[tuple[int, int]] = set()
    for word in words:
        at = lower.find(word)
        while at >= 0:
            end = _line_end(lower, at)
            before = max(lower.rfind("\n", 0, at) + 1, at - _BEFORE_CHARS)
            behind = min(_line_end(lower, end + 1), at + _BEHIND_CHARS)
            spans.add((before, behind))
            at = lower.find(word, min(end, behind))
    return _joined(sorted(spans))


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that overlap as one, so that no text is looked at twice."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _weighed(kind: _Kind, value: str) -> Confidence | None:
    """How sure it is that a value is a secret; None for a placeholder."""
    if not kind.words:
        return "low" if "EXAMPLE" in value or is_placeholder(value[-16:]) else kind.confidence
    if is_placeholder(value):
        return None
    return kind.confidence if looks_random(value) else "low"


def looks_random(value: str) -> bool:
    """Whether a value is of the kind that machines make: long, mixed, without spaces."""
    mixed = any(map(str.isdigit, value)) and any(map(str.isalpha, value))
    return (
        len(value) >= _RANDOM_LENGTH_MIN
        and mixed
        and value.isascii()
        and " " not in value
        and entropy(value) >= _RANDOM_ENTROPY_MIN
        and not _UUID.fullmatch(value)
    )


def _apart(found: list[Secret]) -> list[Secret]:
    """Of those that overlap one that covers them all, of the surest kind."""
    apart: list[Secret] = []
    for secret in sorted(found, key=lambda one: (one.start, _RANK[one.confidence], -one.end)):
        if apart and secret.start < apart[-1].end:
            before = apart[-1]
            surest = min(before, secret, key=lambda one: _RANK[one.confidence])
            apart[-1] = Secret(surest.kind, before.start, max(before.end, secret.end), surest.confidence)
        else:
            apart.append(secret)
    return apart


@cache
def _kinds() -> tuple[_Kind, ...]:
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return tuple(
        _Kind(
            id=kind["id"],
            near=tuple(kind["near"]),
            pattern=kind["pattern"],
            confidence=kind["confidence"],
            words=kind.get("words", False),
            around=kind.get("around", False),
        )
        for kind in table["kind"]
    )
