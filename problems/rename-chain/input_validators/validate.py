"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

COUNT = re.compile(rb"[1-9][0-9]{0,3}\n")
ENDS = re.compile(rb"([a-z]{1,8}) ([a-z]{1,8})\n")
NAME = re.compile(rb"([a-z]{1,8})\n")


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    lines = data.splitlines(keepends=True)
    if len(lines) < 3 or not COUNT.fullmatch(lines[0]):
        return "line 1: expected N, and more lines"
    n = int(lines[0])
    if n > 6_000:
        return "line 1: N is too large"
    ends = ENDS.fullmatch(lines[1])
    if ends is None or len(ends[1]) != len(ends[2]):
        return "line 2: expected A and B of equal length"
    if len(lines) != n + 2:
        return f"expected {n + 2} lines, got {len(lines)}"
    names = set()
    for number, line in enumerate(lines[2:], start=3):
        name = NAME.fullmatch(line)
        if name is None or len(name[1]) != len(ends[1]):
            return f"line {number}: expected a name as long as A"
        names.add(name[1])
    return None if len(names) == n else "a name comes twice"


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
