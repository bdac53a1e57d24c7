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
REFERENCE = PACKAGE / "submissions" / "accepted" / "sieve.py"
SECRET = PACKAGE / "data" / "secret"

MAX_N, MAX_K, MAX_Q = 200_000, 200, 10_000

Festival = tuple[int, int, int, list[tuple[int, int]]]  # N, M, K, classes (L, R)


def written(festival: Festival) -> str:
    """A test as the statement describes it."""
    n, m, k, classes = festival
    lines = [f"{n} {m} {k} {len(classes)}", *(f"{left} {right}" for left, right in classes)]
    return "\n".join(lines) + "\n"


def classes_of(rng: random.Random, n: int, q: int) -> list[tuple[int, int]]:
    """Random classes: short ones, long ones, and all tickets."""
    classes = [(1, n)]
    while len(classes) < q:
        left = rng.randint(1, n)
        classes.append((left, rng.choice((left, min(n, left + 20), rng.randint(left, n)))))
    return classes


def festival(rng: random.Random, n: int, m: int, k: int, q: int) -> Festival:
    """A festival with random classes."""
    return n, m, k, classes_of(rng, n, q)


CASES: dict[str, Callable[[random.Random], Festival]] = {
    "01-one-ticket": lambda _: (1, 1, 1, [(1, 1)]),
    "02-one-volunteer": lambda rng: festival(rng, 50, 1, 1, 20),
    "03-more-volunteers-than-tickets": lambda rng: festival(rng, 100, 200_000, 4, 50),
    "04-single-tickets": lambda _: (60, 9, 3, [(t, t) for t in range(1, 61)]),
    "05-primes": lambda rng: festival(rng, 5_000, 5_000, 2, 300),
    "06-squares-of-primes": lambda rng: festival(rng, 6_000, 6_000, 3, 300),
    "07-nobody-wins": lambda rng: festival(rng, 6_000, 7, MAX_K, 30),
    "08-few-volunteers": lambda rng: festival(rng, 7_000, 12, 6, 500),
    "09-half-the-volunteers": lambda rng: festival(rng, 7_000, 3_500, 8, 500),
    "10-many-tickets-few-volunteers": lambda rng: festival(rng, MAX_N, 6, 2, 1_000),
    "11-most-holes": lambda rng: festival(rng, MAX_N, MAX_N, 160, 1_000),
    "12-largest": lambda rng: festival(rng, MAX_N, MAX_N, 12, MAX_Q),
    "13-largest-just-too-few": lambda rng: festival(rng, MAX_N, 90_000, 7, MAX_Q),
}


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        text = written(make(random.Random(f"ticket-punch {name}")))
        judged = subprocess.run(
            [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
        )
        (SECRET / f"{name}.in").write_bytes(text.encode())
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
