"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

HEADER = re.compile(rb"([1-9][0-9]{0,3}) ([1-9][0-9]{0,4}) ([0-3])\n")
ROUTE = re.compile(rb"([1-9][0-9]{0,3}) ([1-9][0-9]{0,3}) ([1-9][0-9]{0,9}) ([1-9][0-9]{0,9})\n")


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    lines = data.splitlines(keepends=True)
    header = HEADER.fullmatch(lines[0]) if lines else None
    if header is None:
        return "line 1: expected N, M and K"
    n, m = int(header[1]), int(header[2])
    if not 2 <= n <= 5_000 or m > 20_000:
        return "line 1: N or M is out of range"
    if len(lines) != m + 1:
        return f"expected {m + 1} lines, got {len(lines)}"
    for number, line in enumerate(lines[1:], start=2):
        route = ROUTE.fullmatch(line)
        if route is None:
            return f"line {number}: expected u, v, w and p"
        u, v, crossing, period = map(int, route.groups())
        if u > n or v > n or u == v:
            return f"line {number}: u and v must be two islands"
        if crossing > 10**9 or period > 10**9:
            return f"line {number}: w or p is too large"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
