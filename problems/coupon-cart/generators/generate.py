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
REFERENCE = PACKAGE / "submissions" / "accepted" / "two_tables.py"
SECRET = PACKAGE / "data" / "secret"

MAX_N = 100
MAX_BUDGET = 6_000
MAX_PRICE = 20_000
MAX_JOY = 10**6

Cart = tuple[int, list[tuple[int, int]]]  # B and the items (p, s)


def random_cart(rng: random.Random, n: int, budget: int, dearest: int, most_joy: int) -> Cart:
    """Prices and joys drawn evenly."""
    return budget, [(rng.randint(1, dearest), rng.randint(1, most_joy)) for _ in range(n)]


def one_point_items(rng: random.Random) -> Cart:
    """Items for one point cost nothing with the coupon, but still only one of them does."""
    return 4, [(1, rng.randint(1, 50)) for _ in range(9)] + [(3, 60), (2, 40)]


def joy_by_price(rng: random.Random) -> Cart:
    """Joy nearly follows the price, so that only an exact fit wins."""
    prices = [rng.randint(800, 1_600) for _ in range(60)]
    return 5_987, [(price, price * 100 + rng.randint(0, 30)) for price in prices]


def all_above_the_budget(rng: random.Random) -> Cart:
    """Every item needs the coupon, so only one can be bought, at most twice the budget dear."""
    items = [(rng.randint(1_001, 2_001), rng.randint(1, 500)) for _ in range(30)]
    return 1_000, [*items, (2_002, MAX_JOY), (2_001, 900)]


CASES: dict[str, Callable[[random.Random], Cart]] = {
    "01-exactly-half": lambda _: (10, [(20, 1)]),
    "02-half-rounded-down": lambda _: (10, [(21, 5), (22, 9)]),
    "03-nothing-affordable": lambda _: (1, [(4, 1), (MAX_PRICE, MAX_JOY)]),
    "04-everything-affordable": lambda rng: random_cart(rng, 12, 5_000, 400, MAX_JOY),
    "05-one-point-items": one_point_items,
    "06-one-cheap-item": lambda _: (100, [(7, 10), (90, 60)]),
    "07-coupon-changes-the-choice": lambda _: (10, [(5, 10), (5, 10), (16, 15), (2, 1)]),
    "08-all-above-the-budget": all_above_the_budget,
    "09-ratio-fails": lambda _: (50, [(10, 60), (20, 100), (30, 120), (60, 110), (15, 74)]),
    "10-random-small": lambda rng: random_cart(rng, 10, 40, 30, 20),
    "11-random-dear": lambda rng: random_cart(rng, MAX_N, MAX_BUDGET, MAX_PRICE, MAX_JOY),
    "12-joy-by-price": joy_by_price,
    "13-largest": lambda rng: random_cart(rng, MAX_N, MAX_BUDGET, 500, MAX_JOY),
    "14-largest-sum": lambda rng: (
        MAX_BUDGET,
        [(rng.randint(40, 80), MAX_JOY - rng.randrange(9)) for _ in range(MAX_N)],
    ),
}


def written(cart: Cart) -> str:
    """The text of a test."""
    budget, items = cart
    return "\n".join([f"{len(items)} {budget}", *(f"{price} {joy}" for price, joy in items)]) + "\n"


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        text = written(make(random.Random(f"coupon-cart {name}"))).encode()
        judged = subprocess.run([sys.executable, REFERENCE], input=text, stdout=subprocess.PIPE, check=True)
        (SECRET / f"{name}.in").write_bytes(text)
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
