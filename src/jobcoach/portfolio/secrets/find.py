"""Where a text holds secrets."""

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from jobcoach.portfolio.secrets.kinds import Confidence, Kind, compiled, kinds
from jobcoach.portfolio.secrets.near_words import places_of, words_in
from jobcoach.portfolio.secrets.placeholders import is_placeholder

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


def find_secrets(text: str) -> list[Secret]:
    """The secrets of a whole file's text, in order and apart from each other.

    What is part of a secret cannot be told from a single line (of a private key, say):
    give the whole text. Takes time in proportion to it.
    """
    lower = text.lower()
    words = words_in(lower)
    if not words:
        return []
    found = [
        secret
        for kind in kinds()
        if not words.isdisjoint(kind.near)
        for secret in _secrets_of(kind, text, lower)
    ]
    return _apart(found)


def entropy(value: str) -> float:
    """Shannon's entropy of the characters, in bits a character."""
    counts = Counter(value).values()
    return -sum(count / len(value) * math.log2(count / len(value)) for count in counts) if value else 0.0


def _secrets_of(kind: Kind, text: str, lower: str) -> Iterator[Secret]:
    for match in _matches(kind, text, lower):
        group: str | int = "secret" if "secret" in match.re.groupindex else 0
        start, end = match.span(group)
        confidence = _weighed(kind, match[group])
        if confidence is not None:
            yield Secret(kind.id, start, end, confidence)


def _matches(kind: Kind, text: str, lower: str) -> Iterator[re.Match[str]]:
    pattern = compiled(kind.pattern)
    # A few letters become two in lower case: then offsets do not agree.
    if not kind.then or len(lower) != len(text):
        yield from pattern.finditer(text)
        return
    for start, end in places_of(kind, lower):
        yield from pattern.finditer(text, start, end)


def _weighed(kind: Kind, value: str) -> Confidence | None:
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
