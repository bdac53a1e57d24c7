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
REFERENCE = PACKAGE / "submissions" / "accepted" / "layered_dijkstra.py"
SECRET = PACKAGE / "data" / "secret"

MAX_N = 5_000
MAX_M = 20_000
MAX_W = 10**9
MAX_P = 10**9

Map = tuple[int, int, list[tuple[int, int, int, int]]]  # N, K and the routes (u, v, w, p)


def random_map(rng: random.Random, n: int, m: int, k: int, *, w: int, p: int) -> Map:
    """A connected map: a random tree and further random routes."""
    routes = [
        (island, rng.randint(max(1, island - 10), island - 1), rng.randint(1, w), rng.randint(1, p))
        for island in range(2, n + 1)
    ]
    while len(routes) < m:
        u, v = rng.sample(range(1, n + 1), 2)
        routes.append((u, v, rng.randint(1, w), rng.randint(1, p)))
    rng.shuffle(routes)
    return n, k, routes


def shortcuts_nearby(rng: random.Random, n: int, m: int, k: int, *, w: int, p: int) -> Map:
    """Routes link islands with close numbers only, so the best way has many legs."""
    routes = [(i, i + 1, rng.randint(1, w), rng.randint(1, p)) for i in range(1, n)]
    while len(routes) < m:
        u = rng.randint(1, n - 1)
        v = min(n, u + rng.randint(1, 5))
        routes.append((u, v, rng.randint(1, w * (v - u)), rng.randint(1, p)))
    rng.shuffle(routes)
    return n, k, routes


def save_the_voucher(_: random.Random) -> Map:
    """A slow way to island 3 keeps the voucher that the long wait after it needs."""
    return 5, 1, [(1, 2, 3, 1), (2, 3, 3, 5), (3, 4, 1, 1_000), (4, 5, 1, 1)]


def waits_grow(k: int) -> Map:
    """On a line each wait is longer than the one before it."""
    routes = [(i, i + 1, 1, 3**i) for i in range(1, 19)]
    return 19, k, routes


def always_in_time(rng: random.Random) -> Map:
    """Crossings are multiples of the periods: nobody ever waits."""
    routes = [(i, i + 1, 6 * rng.randint(1, 20), rng.choice((1, 2, 3, 6))) for i in range(1, 100)]
    return 100, 0, routes


def longest_line(k: int) -> Map:
    """The greatest answer: all islands in a line, each ferry just missed."""
    return MAX_N, k, [(i, i + 1, MAX_W - (i % 3), MAX_P - (i % 2)) for i in range(1, MAX_N)]


def two_halves(rng: random.Random) -> Map:
    """Islands 1 and N are in parts that no route links."""
    routes = []
    for _ in range(2_000):
        u, v = rng.sample(range(1, 401), 2)
        offset = rng.choice((0, 400))
        routes.append((u + offset, v + offset, rng.randint(1, 100), rng.randint(1, 100)))
    return 800, 3, routes


CASES: dict[str, Callable[[random.Random], Map]] = {
    "01-one-route": lambda _: (2, 0, [(2, 1, MAX_W, MAX_P)]),
    "02-first-ferry-leaves-at-zero": lambda _: (2, 3, [(1, 2, 5, 7), (1, 2, 6, 1)]),
    "03-save-the-voucher": save_the_voucher,
    "04-boards-at-the-last-moment": always_in_time,
    "05-waits-grow": lambda _: waits_grow(2),
    "06-waits-grow-no-voucher": lambda _: waits_grow(0),
    "07-unreachable": two_halves,
    "08-parallel-routes": lambda rng: random_map(rng, 8, 300, 1, w=50, p=50),
    "09-random-small": lambda rng: random_map(rng, 12, 20, 2, w=10, p=30),
    "10-random-no-voucher": lambda rng: random_map(rng, 500, 1_500, 0, w=1_000, p=1_000),
    "11-many-legs": lambda rng: shortcuts_nearby(rng, 800, 2_500, 3, w=100, p=1_000),
    "12-longest-line-no-voucher": lambda _: longest_line(0),
    "13-random-huge-times": lambda rng: random_map(rng, 1_000, 4_000, 3, w=MAX_W, p=MAX_P),
    "14-largest-random": lambda rng: random_map(rng, MAX_N, MAX_M, 3, w=1_000, p=100_000),
    "15-largest-many-legs": lambda rng: shortcuts_nearby(rng, MAX_N, MAX_M, 3, w=MAX_W // 5, p=MAX_P),
}


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        n, k, routes = make(random.Random(f"night-ferry {name}"))
        lines = [f"{n} {len(routes)} {k}", *(f"{u} {v} {w} {p}" for u, v, w, p in routes)]
        text = "\n".join(lines) + "\n"
        judged = subprocess.run(
            [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
        )
        (SECRET / f"{name}.in").write_bytes(text.encode())
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
