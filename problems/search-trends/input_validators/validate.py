"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

HEADER = re.compile(rb"([1-9][0-9]{0,4}) ([1-9][0-9]{0,2})\n")
RECORD = re.compile(rb"[a-z0-9]{1,10} [A-Za-z0-9]{1,20}\n")


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    lines = data.splitlines(keepends=True)
    header = HEADER.fullmatch(lines[0]) if lines else None
    if header is None:
        return "line 1: expected N and K"
    n, k = int(header[1]), int(header[2])
    if n > 50_000 or k > 100:
        return "line 1: N or K is too large"
    if len(lines) != n + 1:
        return f"expected {n + 1} lines, got {len(lines)}"
    for number, line in enumerate(lines[1:], start=2):
        if not RECORD.fullmatch(line):
            return f"line {number}: expected a user id and a keyword"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
