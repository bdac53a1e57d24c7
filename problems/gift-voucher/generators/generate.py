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
REFERENCE = PACKAGE / "submissions" / "accepted" / "earlier_prices.py"
SECRET = PACKAGE / "data" / "secret"

MAX_N = 70_000
MAX_PRICE = 10**9

Shelf = tuple[int, list[int]]  # A and the prices


def random_shelf(rng: random.Random, n: int, amount: int, low: int, high: int) -> Shelf:
    """Prices drawn evenly from low to high."""
    return amount, [rng.randint(low, high) for _ in range(n)]


def odd_amount(rng: random.Random) -> Shelf:
    """Half of A is no whole number: half rounded down must not be paired with itself."""
    prices = [50] * 20 + [51] * 7 + [49] * 5
    rng.shuffle(prices)
    return 101, prices


def half_once(rng: random.Random) -> Shelf:
    """One good costs exactly half of A, among others that have no partner."""
    prices = [500, *rng.sample(range(501, 1_000), 60)]
    rng.shuffle(prices)
    return 1_000, prices


def above_the_amount(rng: random.Random) -> Shelf:
    """Most goods cost as much as the voucher or more."""
    prices = [300] * 10 + [299, 1] * 3 + [rng.randint(301, MAX_PRICE) for _ in range(50)]
    rng.shuffle(prices)
    return 300, prices


CASES: dict[str, Callable[[random.Random], Shelf]] = {
    "01-two-goods": lambda _: (7, [3, 4]),
    "02-half-once": half_once,
    "03-no-pair": lambda _: (10, [1, 2, 3, 4, 10]),
    "04-smallest-amount": lambda _: (2, [1, 1, 2, 1, 1, 3]),
    "05-largest-prices": lambda _: (2 * MAX_PRICE, [MAX_PRICE] * 4 + [MAX_PRICE - 1]),
    "06-odd-amount": odd_amount,
    "07-above-the-amount": above_the_amount,
    "08-random-small": lambda rng: random_shelf(rng, 30, 20, 1, 19),
    "09-few-prices": lambda rng: random_shelf(rng, 3_000, 40, 1, 39),
    "10-random-wide": lambda rng: random_shelf(rng, 4_000, 1_000_000_000, 1, MAX_PRICE),
    "11-random-medium": lambda rng: random_shelf(rng, 5_000, 1_500, 500, 1_200),
    "12-largest-all-equal": lambda _: (10, [5] * MAX_N),
    "13-largest-random": lambda rng: random_shelf(rng, MAX_N, 100_000, 1, 99_999),
}


def written(shelf: Shelf) -> str:
    """The text of a test."""
    amount, prices = shelf
    return f"{len(prices)} {amount}\n{' '.join(map(str, prices))}\n"


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        text = written(make(random.Random(f"gift-voucher {name}"))).encode()
        judged = subprocess.run([sys.executable, REFERENCE], input=text, stdout=subprocess.PIPE, check=True)
        (SECRET / f"{name}.in").write_bytes(text)
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
