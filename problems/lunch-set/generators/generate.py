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
REFERENCE = PACKAGE / "submissions" / "accepted" / "combinations.py"
SECRET = PACKAGE / "data" / "secret"

MAX_N, MAX_M = 16, 120
MAX_B = 1_000_000
MOST = 100_000

Menu = tuple[int, int, list[tuple[int, int]], list[tuple[int, int]]]  # K, B, dishes, forbidden pairs


def written(menu: Menu) -> str:
    """A test as the statement describes it."""
    k, budget, dishes, pairs = menu
    lines = [f"{len(dishes)} {k} {budget} {len(pairs)}", *(f"{x} {y}" for x, y in [*dishes, *pairs])]
    return "\n".join(lines) + "\n"


def some_pairs(rng: random.Random, n: int, m: int) -> list[tuple[int, int]]:
    """Random pairs of different dishes."""
    return [(u, v) for u, v in (rng.sample(range(1, n + 1), 2) for _ in range(m))]


def menu_of(rng: random.Random, n: int, k: int, m: int, *, budget: int, most: int) -> Menu:
    """Prices and points drawn evenly up to `most`."""
    dishes = [(rng.randint(1, most), rng.randint(1, most)) for _ in range(n)]
    return k, budget, dishes, some_pairs(rng, n, m)


def all_alike(rng: random.Random) -> Menu:
    """Only the numbers tell the dishes apart."""
    return 4, 40, [(10, 10)] * 12, some_pairs(rng, 12, 14)


def everything_forbidden(_: random.Random) -> Menu:
    """No two dishes go together."""
    pairs = [(u, v) for u in range(1, 17) for v in range(u + 1, 17)]
    return 2, MAX_B, [(1, 1)] * 16, pairs


def one_star(_: random.Random) -> Menu:
    """The dish with the most points goes with nothing else."""
    return 3, 100, [(10, 5), (10, 90), (20, 6), (30, 7), (40, 8)], [(2, other) for other in (1, 3, 4, 5)]


def dear_favourites(rng: random.Random) -> Menu:
    """Whoever takes the favourites cannot afford K dishes."""
    dishes = [(rng.randint(40, 60), rng.randint(80, 99)) for _ in range(6)]
    dishes += [(rng.randint(5, 20), rng.randint(20, 50)) for _ in range(9)]
    rng.shuffle(dishes)
    return 6, 130, dishes, some_pairs(rng, 15, 6)


def same_points(rng: random.Random) -> Menu:
    """All dishes have equally many points, so prices decide."""
    dishes = [(rng.randint(1, 30), 7) for _ in range(14)]
    return 5, 200, dishes, some_pairs(rng, 14, 30)


CASES: dict[str, Callable[[random.Random], Menu]] = {
    "01-smallest": lambda _: (1, 1, [(2, 9), (1, 1)], [(1, 2)]),
    "02-all-dishes": lambda _: (3, 6, [(1, 1), (2, 2), (3, 3), (9, 9)], [(4, 1)]),
    "03-budget-one-too-small": lambda _: (3, 5, [(1, 1), (2, 2), (3, 3)], [(1, 2), (2, 1)]),
    "04-everything-forbidden": everything_forbidden,
    "05-all-alike": all_alike,
    "06-one-star": one_star,
    "07-dear-favourites": dear_favourites,
    "08-same-points": same_points,
    "09-small-figures": lambda rng: menu_of(rng, 12, 5, 12, budget=12, most=4),
    "10-random": lambda rng: menu_of(rng, 14, 4, 20, budget=150_000, most=MOST),
    "11-many-pairs": lambda rng: menu_of(rng, MAX_N, 4, 70, budget=MAX_B, most=MOST),
    "12-many-small-ties": lambda rng: menu_of(rng, 13, 5, 6, budget=11, most=3),
    "13-largest": lambda rng: menu_of(rng, MAX_N, 8, 9, budget=350_000, most=MOST),
}


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        text = written(make(random.Random(f"lunch-set {name}")))
        judged = subprocess.run(
            [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
        )
        (SECRET / f"{name}.in").write_bytes(text.encode())
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
