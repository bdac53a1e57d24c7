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
REFERENCE = PACKAGE / "submissions" / "accepted" / "two_tables.py"
SECRET = PACKAGE / "data" / "secret"

MAX_SIDE = 600
MAX_RECTANGLES = 15_000

Rectangle = tuple[int, int, int, int]  # r1, c1, r2, c2
City = tuple[int, int, int, list[Rectangle], list[Rectangle]]  # H, W, K, stations, districts


def rectangle(rng: random.Random, h: int, w: int) -> Rectangle:
    """Any rectangle, both ends of both sides drawn evenly."""
    top, bottom = sorted(rng.randint(1, h) for _ in range(2))
    left, right = sorted(rng.randint(1, w) for _ in range(2))
    return top, left, bottom, right


def small_rectangle(rng: random.Random, h: int, w: int, side: int) -> Rectangle:
    """A rectangle whose sides are at most `side` long."""
    top, left = rng.randint(1, h), rng.randint(1, w)
    return top, left, min(h, top + rng.randrange(side)), min(w, left + rng.randrange(side))


def random_city(rng: random.Random, h: int, w: int, k: int, m: int, q: int) -> City:
    """Stations and districts of any size."""
    stations = [rectangle(rng, h, w) for _ in range(m)]
    return h, w, k, stations, [rectangle(rng, h, w) for _ in range(q)]


def at_the_edges(rng: random.Random) -> City:
    """Every station touches a border, and districts are the border rows, columns and corners."""
    h, w = 40, 25
    stations = []
    for _ in range(60):
        top, left, bottom, right = rectangle(rng, h, w)
        stations.append(
            rng.choice(
                [
                    (1, left, bottom, right),
                    (top, 1, bottom, right),
                    (top, left, h, right),
                    (top, left, bottom, w),
                ]
            )
        )
    lines = [(1, 1, 1, w), (h, 1, h, w), (1, 1, h, 1), (1, w, h, w), (1, 1, h, w)]
    corners = [(1, 1, 1, 1), (1, w, 1, w), (h, 1, h, 1), (h, w, h, w)]
    return h, w, 4, stations, lines + corners


def every_block_once(_: random.Random) -> City:
    """Single blocks as stations and as districts; every third block is covered twice."""
    blocks = [(r, c, r, c) for r in range(1, 13) for c in range(1, 12)]
    return 12, 11, 2, blocks + blocks[::3], blocks


def small_stations(rng: random.Random) -> City:
    """Many small stations, so that stable blocks are scattered."""
    h, w = 300, 200
    stations = [small_rectangle(rng, h, w, 12) for _ in range(3_000)]
    return h, w, 3, stations, [rectangle(rng, h, w) for _ in range(300)]


CASES: dict[str, Callable[[random.Random], City]] = {
    "01-one-block": lambda _: (1, 1, 1, [(1, 1, 1, 1)], [(1, 1, 1, 1)]),
    "02-all-stations-needed": lambda _: (3, 3, 2, [(1, 1, 2, 3), (2, 1, 3, 2)], [(1, 1, 3, 3), (2, 2, 2, 3)]),
    "03-one-row": lambda rng: random_city(rng, 1, 80, 3, 12, 40),
    "04-one-column": lambda rng: random_city(rng, 90, 1, 5, 16, 40),
    "05-same-station-again": lambda _: (5, 6, 7, [(2, 2, 4, 5)] * 7, [(1, 1, 5, 6), (3, 3, 5, 6)]),
    "06-at-the-edges": at_the_edges,
    "07-every-block-once": every_block_once,
    "08-random-small": lambda rng: random_city(rng, 8, 7, 3, 10, 60),
    "09-random-medium": lambda rng: random_city(rng, 60, 90, 20, 120, 100),
    "10-small-stations": small_stations,
    "11-wide": lambda rng: random_city(rng, 3, 600, 40, 200, 200),
    "12-largest": lambda rng: random_city(rng, MAX_SIDE, MAX_SIDE, 2_000, MAX_RECTANGLES, MAX_RECTANGLES),
}


def written(city: City) -> str:
    """The text of a test."""
    h, w, k, stations, districts = city
    lines = [f"{h} {w} {k} {len(stations)} {len(districts)}"]
    lines += [" ".join(map(str, corners)) for corners in stations + districts]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        text = written(make(random.Random(f"signal-map {name}"))).encode()
        judged = subprocess.run([sys.executable, REFERENCE], input=text, stdout=subprocess.PIPE, check=True)
        (SECRET / f"{name}.in").write_bytes(text)
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
