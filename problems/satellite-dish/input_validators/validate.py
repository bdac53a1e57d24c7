"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

HEADER = re.compile(rb"([1-9][0-9]{0,3}) ([1-9][0-9]{0,4})\n")
COSTS = re.compile(rb"[1-9][0-9]{0,6}( [1-9][0-9]{0,6})*\n")
OFFER = re.compile(rb"([1-9][0-9]{0,3}) ([1-9][0-9]{0,3}) ([1-9][0-9]{0,6})\n")
MAX_COST = 1_000_000


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    lines = data.splitlines(keepends=True)
    header = HEADER.fullmatch(lines[0]) if lines else None
    if header is None:
        return "line 1: expected N and M"
    n, m = int(header[1]), int(header[2])
    if not 2 <= n <= 8_000 or m > 20_000:
        return "line 1: N or M is out of range"
    if len(lines) != m + 2:
        return f"expected {m + 2} lines, got {len(lines)}"
    if not COSTS.fullmatch(lines[1]) or len(lines[1].split()) != n:
        return "line 2: expected N costs"
    if max(map(int, lines[1].split())) > MAX_COST:
        return "line 2: a cost is too large"
    for number, line in enumerate(lines[2:], start=3):
        offer = OFFER.fullmatch(line)
        if offer is None:
            return f"line {number}: expected u, v and c"
        u, v, cost = map(int, offer.groups())
        if u == v or max(u, v) > n or cost > MAX_COST:
            return f"line {number}: u, v or c is out of range"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
