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
REFERENCE = PACKAGE / "submissions" / "accepted" / "kruskal.py"
SECRET = PACKAGE / "data" / "secret"

MAX_N, MAX_M = 8_000, 20_000
MAX_COST = 1_000_000

Huts = tuple[list[int], list[tuple[int, int, int]]]  # costs of dishes, offers (u, v, c)


def written(huts: Huts) -> str:
    """A test as the statement describes it."""
    dishes, offers = huts
    lines = [
        f"{len(dishes)} {len(offers)}",
        " ".join(map(str, dishes)),
        *(f"{u} {v} {c}" for u, v, c in offers),
    ]
    return "\n".join(lines) + "\n"


def random_huts(rng: random.Random, n: int, m: int, *, dish: range, cable: range) -> Huts:
    """Offers between random huts, all costs drawn evenly."""
    offers = [(*rng.sample(range(1, n + 1), 2), rng.choice(cable)) for _ in range(m)]
    return [rng.choice(dish) for _ in range(n)], offers


def same_two_huts(rng: random.Random) -> Huts:
    """Many offers for the same two huts."""
    return [50, 60], [(*rng.sample((1, 2), 2), rng.randint(20, 70)) for _ in range(100)]


def two_valleys(rng: random.Random) -> Huts:
    """No cable leads from one half of the huts to the other."""
    offers = [(*rng.sample(range(1, 51), 2), rng.randint(1, 9)) for _ in range(200)]
    offers += [(*rng.sample(range(51, 101), 2), rng.randint(1, 9)) for _ in range(200)]
    rng.shuffle(offers)
    return [rng.randint(20, 30) for _ in range(100)], offers


def chain_of_ties(rng: random.Random) -> Huts:
    """A chain in which every cable costs as much as every dish."""
    offers = [(i, i + 1, 7) for i in range(1, 1_000)]
    rng.shuffle(offers)
    return [7] * 1_000, offers


def dear_chain(_: random.Random) -> Huts:
    """The greatest costs, so that the sum leaves 32 bits."""
    return [MAX_COST] * 2_500, [(i, i + 1, MAX_COST) for i in range(1, 2_500)]


def one_bridge(rng: random.Random) -> Huts:
    """Two groups of cheap cables; the bridge between them is just cheaper than a second dish."""
    offers = [(*rng.sample(range(1, 31), 2), rng.randint(1, 5)) for _ in range(150)]
    offers += [(*rng.sample(range(31, 61), 2), rng.randint(1, 5)) for _ in range(150)]
    offers.append((30, 31, 99))
    rng.shuffle(offers)
    return [100] * 60, offers


CASES: dict[str, Callable[[random.Random], Huts]] = {
    "01-two-huts-two-dishes": lambda _: ([1, 2], [(1, 2, 3)]),
    "02-same-two-huts": same_two_huts,
    "03-dishes-only": lambda rng: random_huts(rng, 50, 100, dish=range(1, 10), cable=range(10, 20)),
    "04-one-dish-only": lambda rng: random_huts(rng, 50, 400, dish=range(500, 600), cable=range(1, 20)),
    "05-two-valleys": two_valleys,
    "06-chain-of-ties": chain_of_ties,
    "07-one-bridge": one_bridge,
    "08-random-small-costs": lambda rng: random_huts(rng, 300, 500, dish=range(1, 9), cable=range(1, 9)),
    "09-random-medium": lambda rng: random_huts(rng, 2_000, 3_000, dish=range(1, 999), cable=range(1, 500)),
    "10-few-offers": lambda rng: random_huts(rng, 3_000, 500, dish=range(1, 99), cable=range(1, 99)),
    "11-sum-beyond-32-bits": dear_chain,
    "12-largest-mixed": lambda rng: random_huts(
        rng, MAX_N, 12_000, dish=range(1, MAX_COST + 1), cable=range(1, MAX_COST + 1)
    ),
    "13-largest-many-circles": lambda rng: random_huts(
        rng, MAX_N, MAX_M, dish=range(900_000, MAX_COST + 1), cable=range(1, 900_000)
    ),
}


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        text = written(make(random.Random(f"satellite-dish {name}")))
        judged = subprocess.run(
            [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
        )
        (SECRET / f"{name}.in").write_bytes(text.encode())
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
