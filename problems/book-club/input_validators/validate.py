"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

HEADER = re.compile(rb"([1-9][0-9]{0,2}) ([1-9][0-9]{0,3}) ([1-9][0-9]{0,2})\n")
ROAD = re.compile(rb"([1-9][0-9]{0,2}) ([1-9][0-9]{0,2}) ([1-9][0-9]{0,4})\n")
HOMES = re.compile(rb"[1-9][0-9]{0,2}( [1-9][0-9]{0,2})*\n")


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    lines = data.splitlines(keepends=True)
    header = HEADER.fullmatch(lines[0]) if lines else None
    if header is None:
        return "line 1: expected N, M and K"
    n, m, k = map(int, header.groups())
    if n > 150 or m > 3_000 or k > 150:
        return "line 1: N, M or K is too large"
    if len(lines) != m + 2:
        return f"expected {m + 2} lines, got {len(lines)}"
    for number, line in enumerate(lines[1:-1], start=2):
        road = ROAD.fullmatch(line)
        if road is None:
            return f"line {number}: expected u, v and t"
        u, v, minutes = map(int, road.groups())
        if max(u, v) > n or minutes > 10_000:
            return f"line {number}: u, v or t is too large"
    if not HOMES.fullmatch(lines[-1]):
        return "last line: expected K cafés"
    homes = list(map(int, lines[-1].split()))
    if len(homes) != k or max(homes) > n:
        return "last line: expected K cafés from 1 to N"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
