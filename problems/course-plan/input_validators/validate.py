"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

HEADER = re.compile(rb"([1-9][0-9]{0,4}) (0|[1-9][0-9]{0,4})\n")
PREREQUISITE = re.compile(rb"([1-9][0-9]{0,4}) ([1-9][0-9]{0,4})\n")


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    lines = data.splitlines(keepends=True)
    header = HEADER.fullmatch(lines[0]) if lines else None
    if header is None:
        return "line 1: expected N and M"
    n, m = int(header[1]), int(header[2])
    if n > 30_000 or m > 60_000:
        return "line 1: N or M is too large"
    if len(lines) != m + 1:
        return f"expected {m + 1} lines, got {len(lines)}"
    for number, line in enumerate(lines[1:], start=2):
        prerequisite = PREREQUISITE.fullmatch(line)
        if prerequisite is None:
            return f"line {number}: expected two courses"
        a, b = map(int, prerequisite.groups())
        if a > n or b > n or a == b:
            return f"line {number}: expected two different courses from 1 to {n}"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
