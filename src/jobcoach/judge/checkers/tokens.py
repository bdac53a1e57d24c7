"""Comparing two tokens under the rules of the default validator."""

import sys

from jobcoach.judge.checkers.floats import parse_float
from jobcoach.judge.package.model import TokenRules

_SHOWN_BYTES = 60
_CONTEXT_BYTES = 8
_UTF8_CONTINUATION = 0x80
_BLANKS = {b" ": "space", b"\n": "line end", b"\t": "tab", b"\r": "carriage return"}
_MAX = sys.float_info.max


def tokens_match(expected: bytes, given: bytes, rules: TokenRules) -> bool:
    """Whether ``given`` may stand where the answer says ``expected``.

    Tokens are compared byte for byte, NUL included (the reference validator
    stops at a NUL, so that ``42\\0junk`` passes for ``42``; the format does not).
    """
    if expected == given:
        return True
    if rules.float_absolute_tolerance is not None or rules.float_relative_tolerance is not None:
        wanted = parse_float(expected)
        if wanted is not None:
            value = parse_float(given)
            return value is not None and _is_close(wanted, value, rules)
    return not rules.case_sensitive and expected.lower() == given.lower()


def numbers_match(expected: list[bytes], given: list[bytes], rules: TokenRules) -> bool:
    """Whether all tokens are plain numbers within the tolerance.

    A short cut for outputs that are numbers throughout, 3 times as fast as
    token by token; False says nothing.
    """
    absolute, relative = rules.float_absolute_tolerance, rules.float_relative_tolerance
    if absolute is None and relative is None:
        return False
    # Without letters but e, float() takes exactly the decimal grammar.
    if (b"".join(expected) + b"".join(given)).translate(None, b"0123456789+-.eE"):
        return False
    try:
        pairs = zip(map(float, expected), map(float, given), strict=True)
        # An infinity (from 1e999) fails both comparisons below, as it must.
        absolute, relative = absolute or 0.0, relative or 0.0
        return all(
            abs(wanted - value) <= absolute or abs(wanted - value) <= relative * abs(wanted) <= _MAX
            for wanted, value in pairs
        )
    except ValueError:
        return False


def _is_close(wanted: float, value: float, rules: TokenRules) -> bool:
    error = abs(wanted - value)
    absolute, relative = rules.float_absolute_tolerance, rules.float_relative_tolerance
    return (absolute is not None and error <= absolute) or (
        relative is not None and error <= relative * abs(wanted)
    )


def shown_pair(expected: bytes, given: bytes) -> tuple[str, str]:
    """Two pieces as they are told to people; what long ones have in common is cut."""
    common = _common_prefix_bytes(expected, given)
    if common < _SHOWN_BYTES // 2 or not expected.strip() or not given.strip():
        return shown(expected), shown(given)
    start = common - _CONTEXT_BYTES
    while start > common - _CONTEXT_BYTES - 3 and expected[start] & 0xC0 == _UTF8_CONTINUATION:
        start -= 1  # to the first byte of a character, at most 3 before
    return "..." + shown(expected[start:]), "..." + shown(given[start:])


def _common_prefix_bytes(first: bytes, second: bytes) -> int:
    low, high = 0, min(len(first), len(second))
    while low < high:  # bisecting compares slices in C; pieces may be long
        middle = (low + high + 1) // 2
        low, high = (middle, high) if first[:middle] == second[:middle] else (low, middle - 1)
    return low


def shown(piece: bytes) -> str:
    """A token or run of white space as it is told to people: short, printable."""
    if piece and not piece.strip():
        name = _BLANKS.get(piece[:1], "white space")
        return name if len(piece) == 1 else f"{len(piece)} x {name}"
    text = piece[:_SHOWN_BYTES].decode("utf-8", "replace")
    printable = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    return printable.removesuffix("\ufffd") + "..." if len(piece) > _SHOWN_BYTES else printable
