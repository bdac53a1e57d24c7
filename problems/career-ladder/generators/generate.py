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
REFERENCE = PACKAGE / "submissions" / "accepted" / "fenwick.py"
SECRET = PACKAGE / "data" / "secret"

MAX_N = 50_000
MAX_LEVEL = 10**9
MAX_SATISFACTION = 10**9

Offers = list[tuple[int, int]]  # level and satisfaction


def random_offers(rng: random.Random, n: int, *, level: int, least: int, most: int) -> Offers:
    """Levels from 1 to level, satisfactions from least to most, evenly drawn."""
    return [(rng.randint(1, level), rng.randint(least, most)) for _ in range(n)]


def long_path_is_poor(rng: random.Random) -> Offers:
    """A long climb of little worth, and a short one of great worth across it."""
    offers = [(i, rng.randint(1, 3)) for i in range(1, 2_001)]
    for place, level in zip((500, 900, 1_300), (400, 1_500, 1_600), strict=True):
        offers.insert(place, (level, 5_000))
    return offers


def equal_levels_pay(rng: random.Random) -> Offers:
    """Many offers of equal level in a row."""
    return [(level, rng.randint(1, 100)) for level in range(1, 60) for _ in range(rng.randint(1, 50))]


def through_a_valley(rng: random.Random) -> Offers:
    """Rising levels, where good offers lie behind bad ones that can be skipped."""
    return [(i, rng.choice((-50, -1, 0, 1, 49))) for i in range(1, 1_001)]


def falling_levels(rng: random.Random) -> Offers:
    """No two offers can both be accepted."""
    return [(3_000 - i, rng.randint(-100, 100)) for i in range(3_000)]


def rising(n: int, satisfaction: int) -> Offers:
    """Every offer can be accepted."""
    return [(i + 1, satisfaction) for i in range(n)]


def nearly_rising(rng: random.Random) -> Offers:
    """Levels rise on the whole, each a little out of place."""
    return [(20 * i + rng.randint(1, 2_000), rng.randint(-100, 900)) for i in range(MAX_N)]


CASES: dict[str, Callable[[random.Random], Offers]] = {
    "01-one-good-offer": lambda _: [(MAX_LEVEL, MAX_SATISFACTION)],
    "02-one-bad-offer": lambda _: [(1, -MAX_SATISFACTION)],
    "03-only-zeros": lambda _: [(5, 0), (6, 0), (4, 0)],
    "04-all-bad": lambda rng: random_offers(rng, 200, level=50, least=-9, most=-1),
    "05-equal-levels": equal_levels_pay,
    "06-long-path-is-poor": long_path_is_poor,
    "07-through-a-valley": through_a_valley,
    "08-falling-levels": falling_levels,
    "09-random-small": lambda rng: random_offers(rng, 12, level=6, least=-3, most=9),
    "10-random-few-levels": lambda rng: random_offers(rng, 2_000, level=9, least=-20, most=20),
    "11-random-many-levels": lambda rng: random_offers(rng, 3_000, level=MAX_LEVEL, least=-1_000, most=1_000),
    "12-sum-beyond-32-bits": lambda _: rising(5, MAX_SATISFACTION),
    "13-greatest-sum": lambda _: rising(MAX_N, MAX_SATISFACTION),
    "14-largest-nearly-rising": nearly_rising,
    "15-largest-random": lambda rng: random_offers(rng, MAX_N, level=MAX_LEVEL, least=-(10**6), most=10**6),
}


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        offers = make(random.Random(f"career-ladder {name}"))
        lines = [str(len(offers)), *(f"{level} {satisfaction}" for level, satisfaction in offers)]
        text = "\n".join(lines) + "\n"
        judged = subprocess.run(
            [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
        )
        (SECRET / f"{name}.in").write_bytes(text.encode())
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
