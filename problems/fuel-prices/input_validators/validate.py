"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

HEADER = re.compile(rb"([1-9][0-9]{0,4}) ([1-9][0-9]{0,4})\n")
PRICES = re.compile(rb"[1-9][0-9]{0,3}( [1-9][0-9]{0,3})*\n")
EVENT = re.compile(rb"([123]) ([1-9][0-9]{0,4}) ([1-9][0-9]{0,4})\n")
MAX_PRICE = 9_999


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    lines = data.splitlines(keepends=True)
    header = HEADER.fullmatch(lines[0]) if lines else None
    if header is None:
        return "line 1: expected N and Q"
    n, q = int(header[1]), int(header[2])
    if n > 30_000 or q > 30_000:
        return "line 1: N or Q is too large"
    if len(lines) != q + 2:
        return f"expected {q + 2} lines, got {len(lines)}"
    if not PRICES.fullmatch(lines[1]) or len(lines[1].split()) != n:
        return "line 2: expected N prices"
    for number, line in enumerate(lines[2:], start=3):
        event = EVENT.fullmatch(line)
        if event is None:
            return f"line {number}: expected an event"
        kind, x, y = map(int, event.groups())
        if x > n or (kind == 2 and not x <= y <= n) or (kind != 2 and y > MAX_PRICE):
            return f"line {number}: a station or a price is out of range"
    if all(line.startswith(b"1") for line in lines[2:]):
        return "no event of type 2 or 3"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
