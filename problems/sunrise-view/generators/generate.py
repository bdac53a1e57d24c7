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
REFERENCE = PACKAGE / "submissions" / "accepted" / "waiting_stack.py"
SECRET = PACKAGE / "data" / "secret"

MAX_N = 30_000
MAX_POSITION = 10**9
MAX_HEIGHT = 10**6

Row = list[tuple[int, int]]  # position and height, from west to east


def spaced(rng: random.Random, heights: list[int], widest_gap: int) -> Row:
    """The buildings in the given order, with random gaps between them."""
    position = rng.randint(0, widest_gap)
    row = []
    for height in heights:
        row.append((position, height))
        position += rng.randint(1, widest_gap)
    return row


def random_row(rng: random.Random, n: int, tallest: int, widest_gap: int) -> Row:
    """Heights drawn evenly."""
    return spaced(rng, [rng.randint(1, tallest) for _ in range(n)], widest_gap)


def rising(rng: random.Random, n: int) -> Row:
    """Each building hides its neighbour."""
    return spaced(rng, sorted(rng.randint(1, MAX_HEIGHT) for _ in range(n)), 40)


def falling_then_tower(rng: random.Random, n: int) -> Row:
    """Heights fall, and the last building hides the sunrise from all others."""
    heights = sorted(rng.sample(range(1, 90_000), n - 1), reverse=True)
    return spaced(rng, [*heights, 90_000], 9)


def stairs(rng: random.Random) -> Row:
    """Steps of equal heights, downwards and then upwards again."""
    steps = [height for height in range(20, 0, -1) for _ in range(10)]
    return spaced(rng, steps + steps[::-1], 5)


def far_apart(_: random.Random) -> Row:
    """Positions and heights of the greatest size, and the greatest distance."""
    return [(0, MAX_HEIGHT), (1, 1), (MAX_POSITION - 1, MAX_HEIGHT - 1), (MAX_POSITION, MAX_HEIGHT)]


CASES: dict[str, Callable[[random.Random], Row]] = {
    "01-one-building": lambda _: [(0, 1)],
    "02-all-equal": lambda rng: spaced(rng, [5] * 30, 10),
    "03-far-apart": far_apart,
    "04-falling": lambda rng: spaced(rng, list(range(200, 0, -1)), 3),
    "05-rising": lambda rng: rising(rng, 300),
    "06-stairs": stairs,
    "07-nearest-is-not-tallest": lambda _: [(0, 5), (2, 6), (5, 9), (9, 8), (14, 5), (20, 7)],
    "08-two-heights": lambda rng: random_row(rng, 500, 2, 20),
    "09-random-small": lambda rng: random_row(rng, 40, 12, 6),
    "10-random-wide": lambda rng: random_row(rng, 3_000, MAX_HEIGHT, 300_000),
    "11-random-large": lambda rng: random_row(rng, 12_000, 2_000, 30),
    "12-largest-falling": lambda rng: falling_then_tower(rng, MAX_N),
}


def written(row: Row) -> str:
    """The text of a test."""
    positions, heights = zip(*row, strict=True)
    return f"{len(row)}\n{' '.join(map(str, positions))}\n{' '.join(map(str, heights))}\n"


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        text = written(make(random.Random(f"sunrise-view {name}"))).encode()
        judged = subprocess.run([sys.executable, REFERENCE], input=text, stdout=subprocess.PIPE, check=True)
        (SECRET / f"{name}.in").write_bytes(text)
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
