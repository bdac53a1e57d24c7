"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

LINE = re.compile(rb"([1-9][0-9]{0,18}) ([1-9][0-9]{0,9}) ([1-9][0-9]{0,9}) ([1-9][0-9]{0,9})\n")
LARGEST = (10**18, 10**9, 10**9, 10**9)


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    line = LINE.fullmatch(data)
    if line is None:
        return "expected N, a, b and c on one line"
    if any(int(value) > most for value, most in zip(line.groups(), LARGEST, strict=True)):
        return "N, a, b or c is too large"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
