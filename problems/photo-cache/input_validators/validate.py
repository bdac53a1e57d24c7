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
    header = integers(lines[0], 2, 1, 1_000_000_000) if lines else None
    if header is None or header[0] > 40_000:
        return "line 1: expected N and C"
    n = header[0]
    if len(lines) != n + 1:
        return f"expected {n + 1} lines, got {len(lines)}"
    sizes: dict[int, int] = {}
    for number, line in enumerate(lines[1:], start=2):
        request = integers(line, 2, 1, 1_000_000)
        if request is None:
            return f"line {number}: expected a photo and its size"
        photo, size = request
        if sizes.setdefault(photo, size) != size:
            return f"line {number}: photo {photo} has changed its size"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
