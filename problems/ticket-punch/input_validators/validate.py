"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

HEADER = re.compile(rb"([1-9][0-9]{0,5}) ([1-9][0-9]{0,5}) ([1-9][0-9]{0,2}) ([1-9][0-9]{0,4})\n")
CLASS = re.compile(rb"([1-9][0-9]{0,5}) ([1-9][0-9]{0,5})\n")
LARGEST = (200_000, 200_000, 200, 10_000)  # N, M, K, Q


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    lines = data.splitlines(keepends=True)
    header = HEADER.fullmatch(lines[0]) if lines else None
    if header is None:
        return "line 1: expected N, M, K and Q"
    if any(int(value) > most for value, most in zip(header.groups(), LARGEST, strict=True)):
        return "line 1: N, M, K or Q is too large"
    n, classes = int(header[1]), int(header[4])
    if len(lines) != classes + 1:
        return f"expected {classes + 1} lines, got {len(lines)}"
    for number, line in enumerate(lines[1:], start=2):
        tickets = CLASS.fullmatch(line)
        if tickets is None or not int(tickets[1]) <= int(tickets[2]) <= n:
            return f"line {number}: expected L <= R <= N"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
