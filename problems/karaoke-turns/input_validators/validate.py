"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

INTEGER = re.compile(rb"0|-?[1-9][0-9]{0,9}")


def integers(line: bytes, count: int, low: int, high: int) -> list[int] | None:
    """The numbers of a line that holds exactly `count` of them, all within the range, or None."""
    words = line.removesuffix(b"\n").split(b" ")
    if not line.endswith(b"\n") or len(words) != count:
        return None
    if not all(INTEGER.fullmatch(word) for word in words):
        return None
    values = [int(word) for word in words]
    return values if all(low <= value <= high for value in values) else None


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    lines = data.splitlines(keepends=True)
    if len(lines) != 2:
        return f"expected 2 lines, got {len(lines)}"
    header = integers(lines[0], 2, 1, 5_000)
    if header is None or header[1] > 1_000:
        return "line 1: expected N and K"
    songs = integers(lines[1], header[0], 1, 200_000)
    if songs is None:
        return "line 2: expected N numbers of songs"
    if sum(songs) > 200_000:
        return "line 2: too many songs"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
