"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

HEADER = re.compile(rb"([1-9][0-9]?) ([1-9][0-9]?) ([1-9][0-9]{0,6}) ([1-9][0-9]{0,2})\n")
DISH = re.compile(rb"([1-9][0-9]{0,5}) ([1-9][0-9]{0,5})\n")
PAIR = re.compile(rb"([1-9][0-9]?) ([1-9][0-9]?)\n")


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    lines = data.splitlines(keepends=True)
    header = HEADER.fullmatch(lines[0]) if lines else None
    if header is None:
        return "line 1: expected N, K, B and M"
    n, k, budget, m = map(int, header.groups())
    if not (k <= n and 2 <= n <= 16 and budget <= 1_000_000 and m <= 120):
        return "line 1: N, K, B or M is out of range"
    if len(lines) != n + m + 1:
        return f"expected {n + m + 1} lines, got {len(lines)}"
    for number, line in enumerate(lines[1 : n + 1], start=2):
        dish = DISH.fullmatch(line)
        if dish is None or max(map(int, dish.groups())) > 100_000:
            return f"line {number}: expected price and points"
    for number, line in enumerate(lines[n + 1 :], start=n + 2):
        pair = PAIR.fullmatch(line)
        if pair is None or pair[1] == pair[2] or max(map(int, pair.groups())) > n:
            return f"line {number}: expected two different dishes"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
