"""Exits 42 if standard input describes a trail as promised, else 43.

The line holds N, the summit, the steepness before and after it, the height of
the summit and the seed that output_validator/interact.py computes heights from.
"""

import re
import sys

MAX_N, MAX_HEIGHT = 10_000_000, 1_000_000_000
POSITIVE = rb"([1-9][0-9]*)"
TRAIL = re.compile(rb" ".join([POSITIVE] * 4) + rb" (0|-?[1-9][0-9]*) (0|[1-9][0-9]*)\n")
MAX_SEED = 2**32


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    match = TRAIL.fullmatch(data) if len(data) < 100 else None
    if match is None:
        return "expected one line with six integers"
    n, summit, before, after, top, seed = map(int, match.groups())
    if n > MAX_N or summit > n:
        return "expected 1 <= summit <= N <= 10,000,000"
    lowest = top - max((summit - 1) * before, (n - summit) * after)
    if lowest < -MAX_HEIGHT or top > MAX_HEIGHT:
        return f"heights from {lowest} to {top}"
    if seed >= MAX_SEED:
        return f"expected a seed below {MAX_SEED}"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
