"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

HEADER = re.compile(rb"([1-9][0-9]{0,4}) ([1-9][0-9]{0,9})\n")
PRINTER = re.compile(rb"([1-9][0-9]{0,6}) ([1-9][0-9]{0,6}) (0|[1-9][0-9]{0,9})\n")
LARGEST = (10**6, 10**6, 10**9)  # t, c, r


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    lines = data.splitlines(keepends=True)
    header = HEADER.fullmatch(lines[0]) if lines else None
    if header is None:
        return "line 1: expected N and M"
    n, parts = int(header[1]), int(header[2])
    if n > 10_000 or parts > 10**9:
        return "line 1: N or M is too large"
    if len(lines) != n + 1:
        return f"expected {n + 1} lines, got {len(lines)}"
    for number, line in enumerate(lines[1:], start=2):
        printer = PRINTER.fullmatch(line)
        if printer is None:
            return f"line {number}: expected t, c and r"
        if any(int(value) > most for value, most in zip(printer.groups(), LARGEST, strict=True)):
            return f"line {number}: t, c or r is too large"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
