"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

HEADER = re.compile(rb"([1-9][0-9]?) ([1-9][0-9]{0,2})\n")
ORDER = re.compile(rb"([1-9][0-9]{0,3}) (0|[1-9][0-9]{0,4}) ([1-9][0-9]{0,3})\n")
PAIR = re.compile(rb"([1-9][0-9]?) ([1-9][0-9]?)\n")
LARGEST = (1_000, 16_000, 1_000)  # t, d, p


def possible(n: int, pairs: set[tuple[int, int]]) -> bool:
    """Whether some order of baking observes all pairs."""
    left = set(range(1, n + 1))
    while left:
        ready = left - {v for u, v in pairs if u in left}
        if not ready:
            return False
        left -= ready
    return True


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    lines = data.splitlines(keepends=True)
    header = HEADER.fullmatch(lines[0]) if lines else None
    if header is None:
        return "line 1: expected N and M"
    n, m = int(header[1]), int(header[2])
    if not 2 <= n <= 16 or m > 120:
        return "line 1: N or M is out of range"
    if len(lines) != n + m + 1:
        return f"expected {n + m + 1} lines, got {len(lines)}"
    for number, line in enumerate(lines[1 : n + 1], start=2):
        order = ORDER.fullmatch(line)
        if order is None:
            return f"line {number}: expected t, d and p"
        if any(int(value) > most for value, most in zip(order.groups(), LARGEST, strict=True)):
            return f"line {number}: t, d or p is too large"
    pairs = set()
    for number, line in enumerate(lines[n + 1 :], start=n + 2):
        pair = PAIR.fullmatch(line)
        if pair is None or max(map(int, pair.groups())) > n:
            return f"line {number}: expected two orders"
        pairs.add((int(pair[1]), int(pair[2])))
    return None if possible(n, pairs) else "the pairs form a circle"


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
