"""Text as people read it: normalised, safe for a terminal, measured in columns.

Widths follow Unicode TR 11: wide and fullwidth characters take two columns,
combining marks and the vowels and finals of decomposed Hangul none.
"""

import re
import unicodedata
from collections.abc import Iterator

# What a terminal would obey rather than show: C0 without tab and newline, DEL and C1,
# line separators, bidi marks, embeddings and isolates, and lone surrogates.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_ONE_BYTE = 0x100


def nfc(text: str) -> str:
    """Canonical composition: the one form in which text is stored, hashed and sent."""
    return unicodedata.normalize("NFC", text)


def printable(text: str) -> str:
    r"""Show control characters, bidi controls and lone surrogates as escapes (``\x1b``).

    Newlines and tabs stay; ``\r\n`` becomes ``\n``.
    """
    return _UNSAFE.sub(_escape, text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """``printable``, with every run of white space made one space: for a table cell."""
    return " ".join(printable(text).split())


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < _ONE_BYTE else f"\\u{code:04x}"


def char_width(char: str) -> int:
    """Columns one character takes: 0, 1 or 2."""
    if char < "\u0300":
        return 1
    if unicodedata.east_asian_width(char) in "WF":
        return 2
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or _is_joining_jamo(char):
        return 0
    return 1


def _is_joining_jamo(char: str) -> bool:
    return "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7ff"


def width(text: str) -> int:
    """Columns that one line of text takes on a terminal."""
    return len(text) if text.isascii() else sum(map(char_width, text))


def cut(text: str, columns: int) -> str:
    """At most ``columns`` columns of one line, ending in ``…`` where something was left out."""
    if width(text) <= columns:
        return text
    return _prefix(text, columns - 1) + "…" if columns > 0 else ""


def cut_start(text: str, columns: int) -> str:
    """``cut`` at the other end: of a path the file's name says most."""
    over = width(text) - columns
    if over <= 0:
        return text
    for index, char in enumerate(text):
        if over < 0 and char_width(char):
            return "…" + text[index:]
        over -= char_width(char)
    return "…" if columns > 0 else ""


def _prefix(text: str, columns: int) -> str:
    taken = 0
    for index, char in enumerate(text):
        taken += char_width(char)
        if taken > columns:
            return text[:index]
    return text


def pad(text: str, columns: int) -> str:
    """One line filled with spaces on the right up to ``columns``."""
    return text + " " * (columns - width(text))


def pad_left(text: str, columns: int) -> str:
    """One line filled with spaces on the left up to ``columns``: for figures."""
    return " " * (columns - width(text)) + text


def wrap(text: str, columns: int) -> list[str]:
    """Break one paragraph at spaces into lines of at most ``columns``; a longer word is split."""
    lines: list[str] = []
    line = ""
    for word in _fitting_words(text, max(columns, 2)):
        joined = f"{line} {word}" if line else word
        if line and width(joined) > columns:
            lines.append(line)
            line = word
        else:
            line = joined
    return [*lines, line] if line else lines


def _fitting_words(text: str, columns: int) -> Iterator[str]:
    for word in text.split():
        rest = word
        while width(rest) > columns:
            head = _prefix(rest, columns)
            yield head
            rest = rest[len(head) :]
        yield rest
