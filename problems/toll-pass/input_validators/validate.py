"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

MAX_N, MAX_PARCELS, MAX_TOLL = 30_000, 1_000, 1_000
COUNT = re.compile(rb"([1-9][0-9]{0,4})\n")
PARCELS = re.compile(rb"(0|[1-9][0-9]{0,3})( (0|[1-9][0-9]{0,3}))*\n")
ROAD = re.compile(rb"([1-9][0-9]{0,4}) ([1-9][0-9]{0,4}) ([1-9][0-9]{0,3})\n")


def require(condition: bool, otherwise: str) -> None:
    """Raises ValueError with what was expected."""
    if not condition:
        raise ValueError(otherwise)


def check(data: bytes) -> None:
    """Raises ValueError if an input breaks a promise of the statement."""
    lines = data.splitlines(keepends=True)
    header = COUNT.fullmatch(lines[0]) if lines else None
    n = int(header[1]) if header else 0
    require(1 <= n <= MAX_N, f"line 1: expected N from 1 to {MAX_N}")
    require(len(lines) == n + 1, f"expected {n + 1} lines, got {len(lines)}")
    whole = PARCELS.fullmatch(lines[1]) is not None and lines[1].count(b" ") == n - 1
    require(whole, f"line 2: expected {n} numbers of parcels")
    require(max(map(int, lines[1].split())) <= MAX_PARCELS, f"line 2: more than {MAX_PARCELS} parcels")

    # N - 1 roads that never close a circle make a tree.
    leader = list(range(n + 1))

    def find(village: int) -> int:
        while leader[village] != village:
            leader[village] = leader[leader[village]]
            village = leader[village]
        return village

    for number, line in enumerate(lines[2:], start=3):
        road = ROAD.fullmatch(line)
        u, v, toll = map(int, road.groups()) if road else (0, 0, 0)
        require(1 <= u <= n and 1 <= v <= n and 1 <= toll <= MAX_TOLL, f"line {number}: expected u, v and w")
        require(find(u) != find(v), f"line {number}: the road closes a circle")
        leader[find(u)] = find(v)


try:
    check(sys.stdin.buffer.read())
except ValueError as error:
    print(error, file=sys.stderr)
    sys.exit(43)
sys.exit(42)
