"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

HEADER = re.compile(rb"([1-9][0-9]{0,2}) ([1-9][0-9]{0,2})\n")


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    lines = data.splitlines(keepends=True)
    header = HEADER.fullmatch(lines[0]) if lines else None
    if header is None:
        return "line 1: expected H and W"
    h, w = int(header[1]), int(header[2])
    if h > 500 or w > 500:
        return "line 1: H or W is too large"
    if len(lines) != h + 1:
        return f"expected {h + 1} lines, got {len(lines)}"
    row = re.compile(rb"[.#C]{%d}\n" % w)
    for number, line in enumerate(lines[1:], start=2):
        if not row.fullmatch(line):
            return f"line {number}: expected {w} crossings"
    if lines[1].startswith(b"#") or lines[-1].endswith(b"#\n"):
        return "the first or the last crossing is closed"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
