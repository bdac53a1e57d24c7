"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

MAX_N, MAX_M, MAX_K = 70_000, 70_000, 20_000
NUMBER = rb"([1-9][0-9]{0,4})"
HEADER = re.compile(NUMBER + b" " + NUMBER + b" " + NUMBER + rb"\n")
FERRY = re.compile(NUMBER + b" " + NUMBER + rb"\n")
CLOSURE = re.compile(NUMBER + rb"\n")


def require(condition: bool, otherwise: str) -> None:
    """Raises ValueError with what was expected."""
    if not condition:
        raise ValueError(otherwise)


def check(data: bytes) -> None:
    """Raises ValueError if an input breaks a promise of the statement."""
    lines = data.splitlines(keepends=True)
    header = HEADER.fullmatch(lines[0]) if lines else None
    n, m, k = map(int, header.groups()) if header else (0, 0, 0)
    require(2 <= n <= MAX_N and 1 <= m <= MAX_M and 1 <= k <= min(m, MAX_K), "line 1: expected N, M and K")
    require(len(lines) == 1 + m + k, f"expected {1 + m + k} lines, got {len(lines)}")

    for number, line in enumerate(lines[1 : m + 1], start=2):
        ferry = FERRY.fullmatch(line)
        different = ferry is not None and ferry[1] != ferry[2] and max(int(ferry[1]), int(ferry[2])) <= n
        require(different, f"line {number}: expected two different islands")

    closed = set()
    for number, line in enumerate(lines[m + 1 :], start=m + 2):
        closure = CLOSURE.fullmatch(line)
        ferry_number = int(closure[1]) if closure else 0
        require(1 <= ferry_number <= m, f"line {number}: expected the number of a line")
        require(ferry_number not in closed, f"line {number}: line {ferry_number} is closed twice")
        closed.add(ferry_number)


try:
    check(sys.stdin.buffer.read())
except ValueError as error:
    print(error, file=sys.stderr)
    sys.exit(43)
sys.exit(42)
