"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

MAX_SIDE = 300
PAIR = re.compile(rb"([1-9][0-9]{0,2}) ([1-9][0-9]{0,2})\n")
ROW = re.compile(rb"(0|[1-9][0-9]{0,4})( (0|[1-9][0-9]{0,4}))*\n")


def require(condition: bool, otherwise: str) -> None:
    """Raises ValueError with what was expected."""
    if not condition:
        raise ValueError(otherwise)


def check(data: bytes) -> None:
    """Raises ValueError if an input breaks a promise of the statement."""
    lines = data.splitlines(keepends=True)
    size, start = (PAIR.fullmatch(line) for line in [*lines, b"", b""][:2])
    rows, cols = map(int, size.groups()) if size else (0, 0)
    a, b = map(int, start.groups()) if start else (0, 0)
    require(1 <= rows <= MAX_SIDE and 1 <= cols <= MAX_SIDE, f"line 1: expected R and C up to {MAX_SIDE}")
    require(1 <= a <= rows and 1 <= b <= cols, "line 2: expected a cell of the grid")
    require(len(lines) == rows + 2, f"expected {rows + 2} lines, got {len(lines)}")
    for number, line in enumerate(lines[2:], start=3):
        whole = ROW.fullmatch(line) is not None and line.count(b" ") == cols - 1
        require(whole, f"line {number}: expected {cols} minutes from 0 to 99999")
    require(int(lines[a + 1].split()[b - 1]) > 0, "the first cell is under water at minute 0")


try:
    check(sys.stdin.buffer.read())
except ValueError as error:
    print(error, file=sys.stderr)
    sys.exit(43)
sys.exit(42)
