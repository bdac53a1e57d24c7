"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

SIGN = re.compile(rb"[a-z0-9]{1,800}\n")
PRICES = re.compile(rb"(?:[1-9][0-9]{0,2}|1000)(?: (?:[1-9][0-9]{0,2}|1000)){3}\n")


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    lines = data.splitlines(keepends=True)
    if len(lines) != 3:
        return f"expected 3 lines, got {len(lines)}"
    for number, line in enumerate(lines[:2], start=1):
        if not SIGN.fullmatch(line):
            return f"line {number}: expected a text"
    if not PRICES.fullmatch(lines[2]):
        return "line 3: expected A, D, R and T"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
