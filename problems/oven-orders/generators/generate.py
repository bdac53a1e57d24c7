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
REFERENCE = PACKAGE / "submissions" / "accepted" / "sets_of_orders.py"
SECRET = PACKAGE / "data" / "secret"

MAX_N, MAX_M = 16, 120
MOST = 1_000
LATEST = 16_000

Pair = tuple[int, int]
Bakery = tuple[list[tuple[int, int, int]], list[Pair]]  # orders (t, d, p), pairs


def written(bakery: Bakery) -> str:
    """A test as the statement describes it."""
    orders, pairs = bakery
    lines = [f"{len(orders)} {len(pairs)}", *(f"{t} {d} {p}" for t, d, p in orders)]
    return "\n".join([*lines, *(f"{u} {v}" for u, v in pairs)]) + "\n"


def some_pairs(rng: random.Random, n: int, m: int) -> list[Pair]:
    """Random pairs that agree with a hidden order of baking."""
    hidden = rng.sample(range(1, n + 1), n)
    places = (sorted(rng.sample(range(n), 2)) for _ in range(m))
    return [(hidden[first], hidden[second]) for first, second in places]


def bakery_of(rng: random.Random, n: int, m: int, *, most: int, tight: float) -> Bakery:
    """Figures drawn evenly; `tight` is the latest promise in parts of all baking time."""
    times = [rng.randint(1, most) for _ in range(n)]
    latest = min(LATEST, int(sum(times) * tight))
    orders = [(t, rng.randint(0, latest), rng.randint(1, most)) for t in times]
    return orders, some_pairs(rng, n, m)


def fixed_sequence(rng: random.Random) -> Bakery:
    """Every two orders form a pair, so only one sequence is left."""
    hidden = rng.sample(range(1, 17), 16)
    pairs = [(hidden[i], hidden[j]) for i in range(16) for j in range(i + 1, 16)]
    rng.shuffle(pairs)
    return [(rng.randint(1, 99), rng.randint(0, 800), rng.randint(1, 99)) for _ in range(16)], pairs


def gatekeeper(rng: random.Random) -> Bakery:
    """A long order without penalty has to come before all others."""
    orders = [(MOST, LATEST, 1)]
    orders += [(rng.randint(1, 9), rng.randint(0, 50), rng.randint(1, 9)) for _ in range(9)]
    return orders, [(1, other) for other in range(2, 11)]


def two_predecessors(rng: random.Random) -> Bakery:
    """The dear order needs several others, not only one of them."""
    orders = [(rng.randint(5, 30), LATEST, 1) for _ in range(7)]
    orders.append((1, 0, MOST))
    return orders, [(other, 8) for other in (1, 3, 4, 6)]


def highest_penalty(_: random.Random) -> Bakery:
    """Everything is late and as dear as can be."""
    return [(MOST, 0, MOST)] * MAX_N, [(1, 2), (2, 3)]


CASES: dict[str, Callable[[random.Random], Bakery]] = {
    "01-two-orders": lambda _: ([(1, 0, 1), (1, 1, 1)], [(2, 1)]),
    "02-all-in-time": lambda rng: ([(5, LATEST, rng.randint(1, MOST)) for _ in range(10)], [(10, 1)]),
    "03-finished-just-in-time": lambda _: ([(3, 3, 9), (4, 7, 9), (5, 12, 9), (2, 14, 9)], [(1, 4)]),
    "04-fixed-sequence": fixed_sequence,
    "05-gatekeeper": gatekeeper,
    "06-two-predecessors": two_predecessors,
    "07-small-figures": lambda rng: bakery_of(rng, 7, 3, most=5, tight=0.7),
    "08-all-promised-at-once": lambda rng: (
        [(rng.randint(1, 99), 0, rng.randint(1, 99)) for _ in range(9)],
        some_pairs(rng, 9, 4),
    ),
    "09-random": lambda rng: bakery_of(rng, 8, 5, most=100, tight=0.8),
    "10-loose-promises": lambda rng: bakery_of(rng, 9, 6, most=MOST, tight=1.1),
    "11-many-pairs": lambda rng: bakery_of(rng, MAX_N, 60, most=MOST, tight=0.6),
    "12-highest-penalty": highest_penalty,
    "13-largest": lambda rng: bakery_of(rng, MAX_N, 2, most=MOST, tight=0.5),
}


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        text = written(make(random.Random(f"oven-orders {name}")))
        judged = subprocess.run(
            [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
        )
        (SECRET / f"{name}.in").write_bytes(text.encode())
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
