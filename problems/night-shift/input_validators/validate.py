"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

MAX_N = 20_000
DAY_MINUTES = 24 * 60
HEADER = re.compile(rb"([1-9][0-9]{0,4})\n")
TIME = rb"([01][0-9]|2[0-3]):([0-5][0-9])"
SHIFT = re.compile(rb"[a-z]{1,12} " + TIME + b"-" + TIME + rb" (0|[1-9][0-9]{0,3})\n")


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    lines = data.splitlines(keepends=True)
    header = HEADER.fullmatch(lines[0]) if lines else None
    if header is None or int(header[1]) > MAX_N:
        return f"line 1: expected N from 1 to {MAX_N}"
    if len(lines) != int(header[1]) + 1:
        return f"expected {int(header[1]) + 1} lines, got {len(lines)}"
    for number, line in enumerate(lines[1:], start=2):
        shift = SHIFT.fullmatch(line)
        if shift is None:
            return f"line {number}: expected a name, two times and a break"
        start_hour, start_minute, end_hour, end_minute, break_minutes = map(int, shift.groups())
        length = (end_hour * 60 + end_minute - start_hour * 60 - start_minute) % DAY_MINUTES or DAY_MINUTES
        if break_minutes > length:
            return f"line {number}: a break of {break_minutes} minutes in a shift of {length}"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
