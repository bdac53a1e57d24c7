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
REFERENCE = PACKAGE / "submissions" / "accepted" / "monotonic_deques.py"
SECRET = PACKAGE / "data" / "secret"

MAX_N = 100_000
EXTREME = 10**9

Records = tuple[int, list[int]]  # D and the temperatures


def evenly(rng: random.Random, n: int, most: int, limit: int) -> Records:
    """Temperatures drawn evenly from -most to most."""
    return limit, [rng.randint(-most, most) for _ in range(n)]


def walk(rng: random.Random, n: int, step: int, limit: int) -> Records:
    """A slow random walk, as real sensors give."""
    value, values = 0, []
    for _ in range(n):
        value += rng.randint(-step, step)
        values.append(value)
    return limit, values


def slope(n: int) -> Records:
    """Rising by one each time: every window of 1001 is steady."""
    return 1_000, list(range(-n // 2, n - n // 2))


def plateaus(rng: random.Random) -> Records:
    """Equal values in runs, several of the greatest length."""
    lengths = [1, 5, 40, 40, 12, 40, 39, 3]
    return 0, [level for _ in range(20) for length in lengths for level in [rng.randint(0, 3) * 2] * length]


def spike_in_calm(rng: random.Random) -> Records:
    """Long calm interrupted by single spikes."""
    values = [rng.randint(-5, 5) for _ in range(6_000)]
    for place in (1_000, 2_500, 4_501):
        values[place] = EXTREME
    return 10, values


def longest_run_is_the_last(rng: random.Random) -> Records:
    """The longest run ends at the last record."""
    return 7, [rng.randint(-100, 100) for _ in range(3_000)] + [rng.randint(0, 7) for _ in range(500)]


CASES: dict[str, Callable[[random.Random], Records]] = {
    "01-one-record": lambda _: (0, [-EXTREME]),
    "02-all-equal": lambda _: (0, [7] * 1_000),
    "03-never-steady": lambda _: (0, [1, 2] * 500),
    "04-just-too-far": lambda _: (1_999_999_999, [EXTREME, -EXTREME, EXTREME, -EXTREME]),
    "05-just-near-enough": lambda _: (2_000_000_000, [EXTREME, -EXTREME, 0, EXTREME, -EXTREME]),
    "06-all-negative": lambda rng: (5, [rng.randint(-20, -10) for _ in range(300)]),
    "07-spreads-both-ways": lambda _: (10, [0, 9, -9, 9, -9, 1, 2, 3, 10, 11, 0, -1, -5]),
    "08-ties": plateaus,
    "09-slope": lambda _: slope(4_000),
    "10-random-walk": lambda rng: walk(rng, 4_000, 20, 400),
    "11-longest-run-is-the-last": longest_run_is_the_last,
    "12-spikes": spike_in_calm,
    "13-large-values": lambda rng: evenly(rng, 40_000, EXTREME, 1_900_000_000),
    "14-largest-all-steady": lambda rng: evenly(rng, MAX_N, 500, 1_000),
    "15-largest-nearly-steady": lambda rng: evenly(rng, MAX_N, 50_000, 99_995),
}


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        limit, values = make(random.Random(f"steady-temperature {name}"))
        text = f"{len(values)} {limit}\n{' '.join(map(str, values))}\n"
        judged = subprocess.run(
            [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
        )
        (SECRET / f"{name}.in").write_bytes(text.encode())
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
