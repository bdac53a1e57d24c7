"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

HEADER = re.compile(rb"[1-9][0-9]{0,4}\n")
OFFER = re.compile(rb"([1-9][0-9]{0,9}) (0|-?[1-9][0-9]{0,9})\n")


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    lines = data.splitlines(keepends=True)
    if not lines or not HEADER.fullmatch(lines[0]) or int(lines[0]) > 50_000:
        return "line 1: expected N"
    if len(lines) != int(lines[0]) + 1:
        return f"expected {int(lines[0]) + 1} lines, got {len(lines)}"
    for number, line in enumerate(lines[1:], start=2):
        offer = OFFER.fullmatch(line)
        if offer is None:
            return f"line {number}: expected a level and a satisfaction"
        if int(offer[1]) > 10**9 or abs(int(offer[2])) > 10**9:
            return f"line {number}: the level or the satisfaction is out of range"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
