"""Writes data/secret anew, the same bytes every time.

Each test draws from its own generator, seeded by its name, so that adding a
test changes no other. The answers come from the reference solution.
"""

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
REFERENCE = PACKAGE / "submissions" / "accepted" / "bfs.py"
SECRET = PACKAGE / "data" / "secret"

MAX_SIDE, LAST_MINUTE = 300, 99_999

Grid = list[list[int]]
Case = tuple[Grid, tuple[int, int]]  # minutes of flooding, and row and column of the start, from 1


def rising_case(rng: random.Random, rows: int, cols: int, minutes_a_row: float, pools: float) -> Case:
    """Water that rises from the last row, where the start is, to the first.

    ``pools`` is the share of cells that are under water from the beginning and have to be walked around.
    """
    grid = [
        [
            0 if rng.random() < pools else int((rows - r) * minutes_a_row) + rng.randint(0, 3)
            for _ in range(cols)
        ]
        for r in range(rows)
    ]
    grid[-1][cols // 2] = 1
    return grid, (rows, cols // 2 + 1)


def random_case(rng: random.Random, rows: int, cols: int, last: int) -> Case:
    """Minutes drawn at random; a low ``last`` closes most of the grid."""
    grid = [[rng.randint(0, last) for _ in range(cols)] for _ in range(rows)]
    a, b = rng.randint(1, rows), rng.randint(1, cols)
    grid[a - 1][b - 1] = last
    return grid, (a, b)


def snake(rows: int, cols: int, spare: int) -> Case:
    """One way through rows that are open from end to end, the water ``spare`` + 1 minutes behind all along.

    Open rows alternate with rows of water that have one gap, on the right and on the left in turn.
    """
    grid = [[0] * cols for _ in range(rows)]
    minute, column, step = 0, 0, 1
    for r in range(rows - 1, -1, -1):
        if (rows - 1 - r) % 2 == 0:
            for _ in range(cols - 1):
                grid[r][column] = minute + 1 + spare
                minute, column = minute + 1, column + step
            step = -step
        grid[r][column] = minute + 1 + spare
        minute += 1
    return grid, (rows, 1)


def late_at_the_end() -> Case:
    """The snake, but the road floods at the minute of arrival."""
    grid, start = snake(21, 15, 0)
    grid[0] = [minute - 1 if minute else 0 for minute in grid[0]]
    grid[1] = [minute - 1 if minute else 0 for minute in grid[1]]
    return grid, start


def tempting_detour(_: random.Random) -> Case:
    """Going around in the wide basin costs too much time: only the shortest way is quick enough."""
    side = 41
    grid = [[side if c != side // 2 else side - r for c in range(side)] for r in range(side)]
    for r in range(side - 1):
        grid[r][side // 2 - 1] = grid[r][side // 2 + 1] = 0
    return grid, (side, side // 2 + 1)


def short_way_floods(_: random.Random) -> Case:
    """The straight way is cut at the last moment, a longer one stays open."""
    side = 60
    grid = [[300] * side for _ in range(side)]
    for c in range(5, side):
        grid[3][c] = side - 4
    return grid, (side, side)


def open_sand(rng: random.Random) -> Case:
    """The largest grid and nothing floods in time to matter."""
    grid = [[rng.randint(90_000, LAST_MINUTE) for _ in range(MAX_SIDE)] for _ in range(MAX_SIDE)]
    return grid, (MAX_SIDE, MAX_SIDE)


def island(rng: random.Random) -> Case:
    """The start is cut off from the shore by water, with a large dry region to search in vain."""
    grid = [[rng.randint(90_000, LAST_MINUTE) for _ in range(MAX_SIDE)] for _ in range(MAX_SIDE)]
    grid[40] = [0] * MAX_SIDE
    return grid, (MAX_SIDE // 2, MAX_SIDE // 2)


CASES: dict[str, Callable[[random.Random], Case]] = {
    "01-single-cell": lambda _: ([[1]], (1, 1)),
    "02-on-the-road-already": lambda _: ([[0, 1, 0], [9, 9, 9]], (1, 2)),
    "03-one-column": lambda _: ([[7], [6], [5], [4], [3], [2], [1]], (7, 1)),
    "04-one-column-too-late": lambda _: ([[6], [6], [5], [4], [3], [2], [1]], (7, 1)),
    "05-walled-in": lambda _: ([[9] * 5, [9, 9, 0, 9, 9], [9, 0, 1, 0, 9], [9, 9, 0, 9, 9]], (3, 3)),
    "06-small-random": lambda rng: random_case(rng, 6, 7, 12),
    "07-tempting-detour": tempting_detour,
    "08-short-way-floods": short_way_floods,
    "09-snake-just-in-time": lambda _: snake(21, 15, 0),
    "10-snake-late-at-the-end": lambda _: late_at_the_end(),
    "11-rising-tide": lambda rng: rising_case(rng, 80, 120, 1.5, 0.2),
    "12-random-medium": lambda rng: random_case(rng, 100, 60, 400),
    "13-wide-and-low": lambda rng: rising_case(rng, 2, MAX_SIDE, 2, 0.1),
    "14-largest-rising-tide": lambda rng: rising_case(rng, MAX_SIDE, MAX_SIDE, 1.5, 0.25),
    "15-largest-snake": lambda _: snake(MAX_SIDE - 1, MAX_SIDE, 40),
    "16-largest-open-sand": open_sand,
    "17-largest-island": island,
}


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for case, make in CASES.items():
        grid, (a, b) = make(random.Random(f"tidal-flat {case}"))
        lines = [f"{len(grid)} {len(grid[0])}", f"{a} {b}", *(" ".join(map(str, row)) for row in grid)]
        text = "\n".join(lines) + "\n"
        answer = subprocess.run(
            [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
        ).stdout
        (SECRET / f"{case}.in").write_bytes(text.encode())
        (SECRET / f"{case}.ans").write_bytes(answer)


main()
