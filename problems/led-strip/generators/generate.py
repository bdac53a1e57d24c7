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
REFERENCE = PACKAGE / "submissions" / "accepted" / "matrix_power.py"
SECRET = PACKAGE / "data" / "secret"

MAX_N = 10**18
MAX_COLOURS = 10**9

Strip = tuple[int, int, int, int]  # N, a, b, c


def written(strip: Strip) -> str:
    """A test as the statement describes it."""
    return " ".join(map(str, strip)) + "\n"


def strip_of(rng: random.Random, n: int, most: int) -> Strip:
    """A strip of n cells with colours drawn evenly."""
    return n, rng.randint(1, most), rng.randint(1, most), rng.randint(1, most)


CASES: dict[str, Callable[[random.Random], Strip]] = {
    "01-one-cell": lambda _: (1, 7, 8, 9),
    "02-two-cells": lambda _: (2, 3, 5, 9),
    "03-three-cells-most-colours": lambda _: (3, MAX_COLOURS, MAX_COLOURS, MAX_COLOURS),
    "04-eight-cells": lambda _: (8, 1, 1, 1),
    "05-nine-cells": lambda _: (9, 1, 2, 1_000),
    "06-short": lambda rng: strip_of(rng, 31, 9),
    "07-most-colours": lambda _: (1_000, MAX_COLOURS, MAX_COLOURS, MAX_COLOURS),
    "08-medium": lambda rng: strip_of(rng, 65_536, MAX_COLOURS),
    "09-medium-odd": lambda rng: strip_of(rng, 99_999, 5),
    "10-beyond-32-bits": lambda rng: strip_of(rng, 2**32 + 5, MAX_COLOURS),
    "11-all-bits": lambda rng: strip_of(rng, 2**59 - 1, MAX_COLOURS),
    "12-longest": lambda rng: strip_of(rng, MAX_N, MAX_COLOURS),
}


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        text = written(make(random.Random(f"led-strip {name}")))
        judged = subprocess.run(
            [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
        )
        (SECRET / f"{name}.in").write_bytes(text.encode())
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
