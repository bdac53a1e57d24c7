"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

HEADER = re.compile(rb"([1-9][0-9]{0,4}) ([1-9][0-9]{0,4})\n")
NAMES = re.compile(rb"[a-z0-9]{1,8}( [a-z0-9]{1,8})*\n")
LENGTHS = re.compile(rb"[1-9][0-9]{0,3}( [1-9][0-9]{0,3})*\n")


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    lines = data.splitlines(keepends=True)
    if len(lines) != 3:
        return f"expected 3 lines, got {len(lines)}"
    header = HEADER.fullmatch(lines[0])
    if header is None or not int(header[2]) <= int(header[1]) <= 30_000:
        return "line 1: expected N and K, K <= N <= 30000"
    n = int(header[1])
    if not NAMES.fullmatch(lines[1]) or len(lines[1].split()) != n:
        return "line 2: expected N names"
    if not LENGTHS.fullmatch(lines[2]) or len(lines[2].split()) != n:
        return "line 3: expected N lengths"
    if max(map(int, lines[2].split())) > 3_600:
        return "line 3: a length is too great"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
