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
    header = integers(lines[0], 3, 1, 1_000) if lines else None
    if header is None:
        return "line 1: expected H, W and Q"
    h, w, q = header
    if not (2 <= h <= 100 and 2 <= w <= 100):
        return "line 1: H or W is out of range"
    if len(lines) != 1 + h + q:
        return f"expected {1 + h + q} lines, got {len(lines)}"
    for number, line in enumerate(lines[1 : h + 1], start=2):
        if integers(line, w, 0, 9_999) is None:
            return f"line {number}: expected {w} plates"
    for number, line in enumerate(lines[h + 1 :], start=h + 2):
        command = integers(line, 2, -1_000_000_000, 1_000_000_000)
        if command is None or not 1 <= command[0] <= min(h, w) // 2:
            return f"line {number}: expected b and s"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
