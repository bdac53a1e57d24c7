"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

MAX_SIDE, MAX_MOVES, MAX_PARCELS = 50, 1_000, 300
NUMBER = rb"([1-9][0-9]{0,3})"
HEADER = re.compile(NUMBER + b" " + NUMBER + b" " + NUMBER + rb"\n")
ROW = re.compile(rb"[\^>v<URDL]+\n")
COUNT = re.compile(NUMBER + rb"\n")
PLACE = re.compile(NUMBER + b" " + NUMBER + rb"\n")


def require(condition: bool, otherwise: str) -> None:
    """Raises ValueError with what was expected."""
    if not condition:
        raise ValueError(otherwise)


def check(data: bytes) -> None:
    """Raises ValueError if an input breaks a promise of the statement."""
    lines = data.splitlines(keepends=True)
    header = HEADER.fullmatch(lines[0]) if lines else None
    rows, cols, moves = map(int, header.groups()) if header else (0, 0, 0)
    require(1 <= rows <= MAX_SIDE and 1 <= cols <= MAX_SIDE, "line 1: expected R, C and T")
    require(1 <= moves <= MAX_MOVES, f"line 1: expected T up to {MAX_MOVES}")

    floor, rest = lines[1 : rows + 1], lines[rows + 1 :]
    for number, row in enumerate(floor, start=2):
        require(
            ROW.fullmatch(row) is not None and len(row) == cols + 1, f"line {number}: expected {cols} cells"
        )

    count = COUNT.fullmatch(rest[0]) if rest else None
    parcels = int(count[1]) if count else 0
    require(1 <= parcels <= MAX_PARCELS, f"line {rows + 2}: expected Q from 1 to {MAX_PARCELS}")
    require(len(rest) == parcels + 1, f"expected {parcels} parcels, got {len(rest) - 1}")
    for number, line in enumerate(rest[1:], start=rows + 3):
        place = PLACE.fullmatch(line)
        inside = place is not None and int(place[1]) <= rows and int(place[2]) <= cols
        require(inside, f"line {number}: expected the row and column of a cell")


try:
    check(sys.stdin.buffer.read())
except ValueError as error:
    print(error, file=sys.stderr)
    sys.exit(43)
sys.exit(42)
