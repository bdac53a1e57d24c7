"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

HEADER = re.compile(rb"([1-9][0-9]{0,3}) ([1-9][0-9]{0,3}) ([1-9][0-9]{0,3})\n")
RECORD = re.compile(
    rb"([01][0-9]|2[0-3]):[0-5][0-9] "
    rb"((?:[1-9]|1[0-9]|2[0-3])h|[1-5]?[1-9]m|[1-5]0m|(?:[1-9]|1[0-9]|2[0-3])h(?!00)[0-5][0-9]m) "
    rb"[a-z0-9]{1,10}\n"
)


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    lines = data.splitlines(keepends=True)
    header = HEADER.fullmatch(lines[0]) if lines else None
    if header is None:
        return "line 1: expected N, A and B"
    n, *prices = map(int, header.groups())
    if n > 1_000 or max(prices) > 1_000:
        return "line 1: N, A or B is too large"
    if len(lines) != n + 1:
        return f"expected {n + 1} lines, got {len(lines)}"
    for number, line in enumerate(lines[1:], start=2):
        if not RECORD.fullmatch(line):
            return f"line {number}: expected a record"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
