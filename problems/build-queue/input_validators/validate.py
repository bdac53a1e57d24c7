"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

HEADER = re.compile(rb"([1-9][0-9]{0,4}) ([1-9][0-9]{0,4})\n")
BUILD = re.compile(rb"(0|[1-9][0-9]{0,9}) ([1-9][0-9]{0,3}) ([1-9][0-9]{0,6})\n")
LARGEST = (10**9, 1000, 10**6)  # t, p, d


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    lines = data.splitlines(keepends=True)
    header = HEADER.fullmatch(lines[0]) if lines else None
    if header is None:
        return "line 1: expected N and K"
    n, k = int(header[1]), int(header[2])
    if n > 50_000 or k > 50_000:
        return "line 1: N or K is too large"
    if len(lines) != n + 1:
        return f"expected {n + 1} lines, got {len(lines)}"
    for number, line in enumerate(lines[1:], start=2):
        build = BUILD.fullmatch(line)
        if build is None:
            return f"line {number}: expected t, p and d"
        if any(int(value) > most for value, most in zip(build.groups(), LARGEST, strict=True)):
            return f"line {number}: t, p or d is too large"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
