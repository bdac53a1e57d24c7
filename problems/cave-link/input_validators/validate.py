"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

HEADER = re.compile(rb"([1-9][0-9]{0,4}) ([1-9][0-9]{0,4}) ([1-9][0-9]{0,6})\n")
TUNNEL = re.compile(rb"([1-9][0-9]{0,4}) ([1-9][0-9]{0,4}) ([1-9][0-9]{0,6})\n")
MAX_LENGTH = 1_000_000


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    lines = data.splitlines(keepends=True)
    header = HEADER.fullmatch(lines[0]) if lines else None
    if header is None:
        return "line 1: expected N, M and L"
    n, m, length = map(int, header.groups())
    if not 3 <= n <= 15_000 or m != n - 2 or length > MAX_LENGTH:
        return "line 1: N, M or L is out of range"
    if len(lines) != m + 1:
        return f"expected {m + 1} lines, got {len(lines)}"

    group = list(range(n + 1))
    for number, line in enumerate(lines[1:], start=2):
        tunnel = TUNNEL.fullmatch(line)
        if tunnel is None:
            return f"line {number}: expected u, v and w"
        u, v, w = map(int, tunnel.groups())
        if max(u, v) > n or w > MAX_LENGTH:
            return f"line {number}: u, v or w is too large"
        while group[u] != u:
            group[u] = u = group[group[u]]
        while group[v] != v:
            group[v] = v = group[group[v]]
        if u == v:
            return f"line {number}: the tunnel closes a circle"
        group[u] = v
    return None  # N - 2 tunnels without a circle leave two systems


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
