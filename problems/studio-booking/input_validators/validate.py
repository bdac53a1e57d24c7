"""Exits 42 if standard input is exactly what the statement promises, else 43.

``--max-n`` and ``--max-k`` state the further limits of a group of tests.
"""

import argparse
import re
import sys

MAX_N, MAX_MINUTE = 50_000, 1_000_000
NUMBER = rb"(0|[1-9][0-9]{0,6})"
HEADER = re.compile(rb" ".join([NUMBER] * 3) + rb"\n")
REQUEST = re.compile(NUMBER + b" " + NUMBER + rb"\n")


def problem_with(data: bytes, max_n: int, max_k: int) -> str | None:
    """What is wrong with an input, or None."""
    lines = data.splitlines(keepends=True)
    header = HEADER.fullmatch(lines[0]) if lines else None
    if header is None:
        return "line 1: expected N, K and C"
    n, k, cleaning = map(int, header.groups())
    if not (1 <= k <= min(n, max_k) and n <= max_n and cleaning <= MAX_MINUTE):
        return "line 1: N, K or C is out of its limits"
    if len(lines) != n + 1:
        return f"expected {n} requests, got {len(lines) - 1}"
    for number, line in enumerate(lines[1:], start=2):
        request = REQUEST.fullmatch(line)
        if request is None or not int(request[1]) < int(request[2]) <= MAX_MINUTE:
            return f"line {number}: expected s < e"
    return None


parser = argparse.ArgumentParser()
parser.add_argument("--max-n", type=int, default=MAX_N)
parser.add_argument("--max-k", type=int, default=MAX_N)
limits = parser.parse_args()
problem = problem_with(sys.stdin.buffer.read(), limits.max_n, limits.max_k)
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
