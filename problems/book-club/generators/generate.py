"""Writes data/secret anew, the same bytes every time.

Each test draws from its own generator, seeded by its name, so that adding a
test changes no other. The answers come from the reference solution.
"""

import random
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
REFERENCE = PACKAGE / "submissions" / "accepted" / "floyd_warshall.py"
SECRET = PACKAGE / "data" / "secret"

MAX_N, MAX_M, MAX_K = 150, 3_000, 150
MAX_MINUTES = 10_000

Town = tuple[int, list[tuple[int, int, int]], list[int]]  # N, roads (u, v, t), homes


def written(town: Town) -> str:
    """A test as the statement describes it."""
    n, roads, homes = town
    lines = [
        f"{n} {len(roads)} {len(homes)}",
        *(f"{u} {v} {t}" for u, v, t in roads),
        " ".join(map(str, homes)),
    ]
    return "\n".join(lines) + "\n"


def random_town(rng: random.Random, n: int, m: int, k: int, most: int) -> Town:
    """Roads and homes drawn evenly; a road may lead to where it starts."""
    roads = [(rng.randint(1, n), rng.randint(1, n), rng.randint(1, most)) for _ in range(m)]
    return n, roads, [rng.randint(1, n) for _ in range(k)]


def ring(rng: random.Random, n: int) -> Town:
    """A one-way circle: every journey but that of 0 minutes is as long as the circle."""
    roads = [(i, i % n + 1, MAX_MINUTES) for i in range(1, n + 1)]
    rng.shuffle(roads)
    return n, roads, rng.sample(range(1, n + 1), 9)


def shuffled_line(rng: random.Random) -> Town:
    """A line of cafés with numbers in random order, a way there and a slower one back."""
    n = 140
    order = rng.sample(range(1, n + 1), n)
    roads = [(u, v, rng.randint(1, 50)) for u, v in pairwise(order)]
    roads += [(v, u, rng.randint(51, 100)) for u, v in pairwise(order)]
    rng.shuffle(roads)
    return n, roads, [order[0], order[-1], order[20]]


def slower_roads_last(rng: random.Random) -> Town:
    """Of several roads between the same cafés the fastest comes first; and roads back to the same café."""
    n, roads, homes = random_town(rng, 20, 60, 5, 30)
    roads += [(u, v, t + rng.randint(1, 60)) for u, v, t in roads]
    roads += [(i, i, 5) for i in range(1, n + 1)]
    return n, roads, homes


def dead_ends(rng: random.Random) -> Town:
    """Half of the cafés can be reached, but nothing leads back from them."""
    n, roads, _ = random_town(rng, 40, 200, 1, 500)
    roads += [(i, i + 1, 1_000) for i in range(1, 40)] + [(40, 1, 1_000)]
    roads += [(rng.randint(1, 40), rng.randint(41, 80), 1) for _ in range(300)]
    rng.shuffle(roads)
    return 2 * n, roads, [rng.randint(1, 40) for _ in range(10)]


def two_islands(rng: random.Random) -> Town:
    """Members on both islands, roads only on each."""
    _, roads, _ = random_town(rng, 10, 50, 1, 9)
    roads += [(u + 10, v + 10, t) for u, v, t in roads]
    return 20, roads, [1, 5, 12]


CASES: dict[str, Callable[[random.Random], Town]] = {
    "01-one-cafe": lambda _: (1, [(1, 1, 3)], [1, 1]),
    "02-one-member": lambda rng: random_town(rng, 30, 100, 1, 9),
    "03-everybody-at-home": lambda _: (3, [(1, 2, 1), (2, 3, 1), (3, 1, 1)], [3, 3, 3, 3]),
    "04-two-islands": two_islands,
    "05-slower-roads-last": slower_roads_last,
    "06-dead-ends": dead_ends,
    "07-ring": lambda rng: ring(rng, 12),
    "08-shuffled-line": shuffled_line,
    "09-ties": lambda rng: random_town(rng, 60, 900, 8, 2),
    "10-random-sparse": lambda rng: random_town(rng, 60, 240, 6, MAX_MINUTES),
    "11-greatest-ring": lambda rng: ring(rng, MAX_N),
    "12-many-members": lambda rng: random_town(rng, 70, 700, MAX_K, 100),
    "13-largest": lambda rng: random_town(rng, MAX_N, MAX_M, MAX_K, MAX_MINUTES),
}


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        text = written(make(random.Random(f"book-club {name}")))
        judged = subprocess.run(
            [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
        )
        (SECRET / f"{name}.in").write_bytes(text.encode())
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
