"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys
from itertools import pairwise

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
    if len(lines) != 3:
        return f"expected 3 lines, got {len(lines)}"
    header = integers(lines[0], 1, 1, 30_000)
    if header is None:
        return "line 1: expected N"
    positions = integers(lines[1], header[0], 0, 1_000_000_000)
    if positions is None:
        return "line 2: expected N positions"
    if any(east <= west for west, east in pairwise(positions)):
        return "line 2: the positions do not increase"
    if integers(lines[2], header[0], 1, 1_000_000) is None:
        return "line 3: expected N heights"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
