r"""``.gitignore``, by gitignore(5), for patterns that may be hostile.

Not pathspec: it makes regular expressions of the patterns, and ``*a*a*a*a*a*ab`` takes
0.4 s for a name of 60 letters and years for one of 200. Here ``*`` is matched by going on
from the last one only, which takes at most (pattern × name) steps; ``**`` by a table. Thousands of
such patterns for thousands of names are still too much: ``Steps`` bounds them all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_MOST_PATTERNS = 2000
_LONGEST_PATTERN = 512
_ANY_FOLDERS = b"**"


@dataclass(slots=True)
class Steps:
    """What matching may still cost, over all names: ten million steps are some four seconds.

    Once they are used up, patterns with wildcards match nothing.
    """

    left: int = 10_000_000


@dataclass(frozen=True, slots=True)
class Pattern:
    """One line. ``segments`` are matched against the path's components, beneath the file's folder."""

    segments: tuple[bytes, ...]
    only_folders: bool
    is_exception: bool


def read_patterns(content: bytes) -> tuple[Pattern, ...]:
    """The patterns of one file; lines that are none, and those beyond the first 2000, are left out."""
    lines = content.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    return tuple(
        pattern for line in lines[:_MOST_PATTERNS] if (pattern := _pattern(line.removesuffix(b"\r")))
    )


def is_ignored(
    levels: Sequence[tuple[Pattern, ...]], parts: Sequence[bytes], steps: Steps, *, is_folder: bool
) -> bool:
    """Whether the last matching pattern leaves a path out.

    ``levels[n]`` are the patterns of the folder ``parts[:n]``. A path inside an
    ignored folder is ignored whatever the patterns say: the caller does not enter it.
    """
    for depth in range(len(levels) - 1, -1, -1):
        for pattern in reversed(levels[depth]):
            if (is_folder or not pattern.only_folders) and fits(pattern.segments, parts[depth:], steps):
                return not pattern.is_exception
    return False


def _pattern(line: bytes) -> Pattern | None:
    line = _without_trailing_spaces(line)
    if not line or line.startswith(b"#") or len(line) > _LONGEST_PATTERN:
        return None
    is_exception = line.startswith(b"!")
    if is_exception:
        line = line[1:]
    only_folders = line.endswith(b"/")
    if only_folders:
        line = line[:-1]
    is_anchored = b"/" in line
    segments = line.removeprefix(b"/").split(b"/")
    if not line or b"" in segments:
        return None
    if not is_anchored:
        segments.insert(0, _ANY_FOLDERS)
    return Pattern(tuple(segments), only_folders, is_exception)


def _without_trailing_spaces(line: bytes) -> bytes:
    while line.endswith(b" ") and not line.endswith(b"\\ "):
        line = line[:-1]
    return line


def fits(segments: Sequence[bytes], parts: Sequence[bytes], steps: Steps) -> bool:
    """Whether a pattern's segments stand for all the parts of a path."""
    # reached[n]: the segments so far can stand for the first n parts.
    if len(segments) == 2 and segments[0] == _ANY_FOLDERS and segments[1] != _ANY_FOLDERS:
        return segment_fits(segments[1], parts[-1], steps)
    reached = [True] + [False] * len(parts)
    for index, segment in enumerate(segments):
        if segment == _ANY_FOLDERS:
            is_last = index == len(segments) - 1
            # At the end it stands for everything inside, so for at least one part.
            first = reached.index(True) + is_last if True in reached else len(parts) + 1
            reached = [n >= first for n in range(len(parts) + 1)]
        else:
            reached = [False] + [
                reached[n] and segment_fits(segment, parts[n], steps) for n in range(len(parts))
            ]
    return reached[-1]


def segment_fits(pattern: bytes, name: bytes, steps: Steps) -> bool:
    """Whether a pattern without slashes fits a whole name: ``*``, ``?``, ``[a-z]``, ``\\``."""
    if not any(char in pattern for char in b"*?[\\"):
        return pattern == name
    at = position = 0
    star, resumed = -1, 0
    while position < len(name):
        steps.left -= 1
        if steps.left < 0:
            return False
        if at < len(pattern) and pattern[at] == ord("*"):
            star, resumed = at, position
            at += 1
            continue
        step = _one(pattern, at, name[position])
        if step:
            at += step
            position += 1
        elif star >= 0:
            resumed += 1
            at, position = star + 1, resumed
        else:
            return False
    return not pattern[at:].strip(b"*")


def _one(pattern: bytes, at: int, byte: int) -> int:
    """How many bytes of the pattern at ``at`` stand for ``byte``, 0 if they do not."""
    if at >= len(pattern):
        return 0
    char = pattern[at : at + 1]
    if char == b"?":
        return 1
    if char == b"[":
        return _class(pattern, at, byte)
    if char == b"\\":
        return 2 if pattern[at + 1 : at + 2] == bytes([byte]) else 0
    return 1 if char[0] == byte else 0


def _class(pattern: bytes, at: int, byte: int) -> int:
    """A bracket expression, as glob(7) has it; 0 if it does not end or does not hold ``byte``."""
    length, members = _members(pattern, at)
    return length if byte in members else 0


@lru_cache(maxsize=4096)
def _members(pattern: bytes, at: int) -> tuple[int, frozenset[int]]:
    """The length of a bracket expression and the bytes it stands for; none if it does not end."""
    index = at + 1
    negated = pattern[index : index + 1] in (b"!", b"^")
    index += negated
    first = index
    found: set[int] = set()
    while index < len(pattern) and (pattern[index] != ord("]") or index == first):
        if named := _named_class(pattern, index):
            found.update(byte for byte in range(256) if _is_in_named(named, byte))
            index += len(named) + 4
            continue
        low, index = _literal(pattern, index)
        high = low
        if pattern[index : index + 1] == b"-" and index + 1 < len(pattern) and pattern[index + 1] != ord("]"):
            high, index = _literal(pattern, index + 1)
        found.update(range(low, high + 1))
    if index >= len(pattern):
        return 0, frozenset()
    members = frozenset(range(256)) - found if negated else frozenset(found)
    return index + 1 - at, members


def _literal(pattern: bytes, index: int) -> tuple[int, int]:
    if pattern[index] == ord("\\") and index + 1 < len(pattern):
        index += 1
    return pattern[index], index + 1


_NAMED = {
    b"alnum": bytes.isalnum,
    b"alpha": bytes.isalpha,
    b"digit": bytes.isdigit,
    b"lower": bytes.islower,
    b"space": bytes.isspace,
    b"upper": bytes.isupper,
}


def _named_class(pattern: bytes, index: int) -> bytes:
    if pattern[index : index + 2] != b"[:":
        return b""
    end = pattern.find(b":]", index + 2)
    name = pattern[index + 2 : end] if end > 0 else b""
    return name if name in _NAMED else b""


def _is_in_named(name: bytes, byte: int) -> bool:
    return _NAMED[name](bytes([byte]))
