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
REFERENCE = PACKAGE / "submissions" / "accepted" / "binary_search.py"
SECRET = PACKAGE / "data" / "secret"

MAX_N = 10_000
MAX_M = 10**9
MAX_T = 10**6
MAX_C = 10**6
MAX_R = 10**9

Farm = tuple[int, list[tuple[int, int, int]]]  # M and the printers (t, c, r)


def random_farm(rng: random.Random, n: int, parts: int, *, t: int, c: int, r: int) -> Farm:
    """Printers with t, c and r drawn evenly up to the given figures."""
    return parts, [(rng.randint(1, t), rng.randint(1, c), rng.randint(0, r)) for _ in range(n)]


def one_fast_among_slow(rng: random.Random) -> Farm:
    """A fast printer with a long cooling against many slow ones without."""
    slow = [(rng.randint(900_000, MAX_T), 1, 0) for _ in range(500)]
    return 5_000, [*slow, (1, 1_000, MAX_R)]


CASES: dict[str, Callable[[random.Random], Farm]] = {
    "01-least": lambda _: (1, [(1, 1, 0)]),
    "02-ends-before-cooling": lambda _: (6, [(2, 3, 1_000)]),
    "03-ends-after-cooling": lambda _: (7, [(2, 3, 1_000)]),
    "04-never-needs-to-cool": lambda _: (999_999, [(7, MAX_C, MAX_R)]),
    "05-no-cooling": lambda _: (1_000, [(3, 4, 0), (5, 1, 0), (7, 9, 0)]),
    "06-several-finish-at-once": lambda _: (7, [(6, 2, 6), (3, 1, 3), (2, 3, 6), (12, 5, 0)]),
    "07-one-part-many-printers": lambda rng: random_farm(rng, 300, 1, t=MAX_T, c=MAX_C, r=MAX_R),
    "08-long-cooling": lambda rng: random_farm(rng, 50, 2_000, t=10, c=5, r=10_000),
    "09-short-cooling": lambda rng: random_farm(rng, 50, 20_000, t=1_000, c=40, r=10),
    "10-one-fast-among-slow": one_fast_among_slow,
    "11-largest-answer": lambda _: (MAX_M, [(MAX_T, 1, MAX_R)]),
    "12-many-fast-printers": lambda _: (1_000_000, [(1, MAX_C, 0)] * MAX_N),
    "13-many-printers": lambda rng: random_farm(rng, MAX_N, 500_000, t=20, c=100, r=1_000),
    "14-largest-random": lambda rng: random_farm(rng, MAX_N, MAX_M, t=MAX_T, c=MAX_C, r=MAX_R),
    "15-largest-slow": lambda rng: (
        MAX_M,
        [(MAX_T - rng.randrange(100), rng.randint(1, 3), MAX_R - rng.randrange(100)) for _ in range(MAX_N)],
    ),
}


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        parts, printers = make(random.Random(f"print-farm {name}"))
        lines = [f"{len(printers)} {parts}", *(f"{t} {c} {r}" for t, c, r in printers)]
        text = "\n".join(lines) + "\n"
        judged = subprocess.run(
            [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
        )
        (SECRET / f"{name}.in").write_bytes(text.encode())
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
