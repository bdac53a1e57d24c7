"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

HEADER = re.compile(rb"([1-9][0-9]{0,4})\n")
WORD = re.compile(rb"[a-z]{1,12}\n")


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    lines = data.splitlines(keepends=True)
    header = HEADER.fullmatch(lines[0]) if lines else None
    if header is None or int(header[1]) > 20_000:
        return "line 1: expected N"
    if len(lines) != int(header[1]) + 1:
        return f"expected {int(header[1]) + 1} lines, got {len(lines)}"
    for number, line in enumerate(lines[1:], start=2):
        if not WORD.fullmatch(line):
            return f"line {number}: expected a word"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
