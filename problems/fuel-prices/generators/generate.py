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
REFERENCE = PACKAGE / "submissions" / "accepted" / "segment_tree.py"
SECRET = PACKAGE / "data" / "secret"

MAX_N, MAX_Q = 30_000, 30_000
MAX_PRICE = 9_999

Event = tuple[int, int, int]
Motorway = tuple[list[int], list[Event]]  # prices, events


def written(motorway: Motorway) -> str:
    """A test as the statement describes it."""
    prices, events = motorway
    lines = [f"{len(prices)} {len(events)}"]
    lines += [" ".join(map(str, numbers)) for numbers in (prices, *events)]
    return "\n".join(lines) + "\n"


def events_of(rng: random.Random, n: int, q: int, low: int, high: int) -> list[Event]:
    """Random events with prices from low to high; the last one is a question."""
    events = [(2, 1, n)]
    while len(events) < q:
        kind = rng.randint(1, 3)
        if kind == 2:
            left, right = sorted((rng.randint(1, n), rng.randint(1, n)))
            events.append((2, left, right))
        else:
            events.append((kind, rng.randint(1, n), rng.randint(low, high)))
    return events[::-1]


def motorway(rng: random.Random, n: int, q: int, low: int = 1, high: int = MAX_PRICE) -> Motorway:
    """Stations and events drawn evenly."""
    return [rng.randint(low, high) for _ in range(n)], events_of(rng, n, q, low, high)


def cheapest_becomes_dear(rng: random.Random) -> Motorway:
    """The cheapest station of all becomes the dearest, again and again."""
    prices = rng.sample(range(1_000, 9_000), 300)
    now = list(prices)
    events: list[Event] = []
    for _ in range(290):
        station = now.index(min(now)) + 1
        now[station - 1] = MAX_PRICE
        events += [(2, 1, 300), (1, station, MAX_PRICE), (3, 1, min(now))]
    return prices, events


def rising(_: random.Random) -> Motorway:
    """Each station is dearer than the one before."""
    questions = [(3, left, 1_000 + price) for left in range(1, 401, 7) for price in (0, 200, left, 401)]
    return list(range(1_001, 1_401)), [*questions, (2, 1, 400), (2, 400, 400), (2, 399, 400)]


def long_ranges(rng: random.Random, n: int, q: int) -> Motorway:
    """Questions about nearly all stations; cheap ones are rare and far away."""
    prices = [rng.randint(5_000, MAX_PRICE) for _ in range(n)]
    events: list[Event] = []
    for number in range(q):
        left = rng.randint(1, n // 5)
        if number % 3 == 0:
            events.append((1, rng.randint(n - n // 5, n), rng.randint(4_990, MAX_PRICE)))
        elif number % 3 == 1:
            events.append((2, left, rng.randint(n - n // 5, n)))
        else:
            events.append((3, left, rng.randint(4_985, 4_999)))
    return prices, events


CASES: dict[str, Callable[[random.Random], Motorway]] = {
    "01-one-station": lambda _: ([5], [(3, 1, 4), (1, 1, 4), (3, 1, 4), (2, 1, 1)]),
    "02-two-equal-stations": lambda _: ([7, 7], [(2, 1, 2), (2, 2, 2), (3, 2, 7), (3, 1, 6)]),
    "03-single-stations": lambda rng: (rng.sample(range(1, 99), 33), [(2, i, i) for i in range(1, 34)]),
    "04-all-equal": lambda rng: motorway(rng, 64, 200, 5, 5),
    "05-few-prices": lambda rng: motorway(rng, 100, 500, 1, 4),
    "06-cheapest-becomes-dear": cheapest_becomes_dear,
    "07-rising": rising,
    "08-no-cheap-station": lambda rng: motorway(rng, 127, 300, 9_990),
    "09-just-over-a-power-of-two": lambda rng: motorway(rng, 1_025, 2_000, 1, 50),
    "10-random-medium": lambda rng: motorway(rng, 3_000, 3_000),
    "11-many-stations": lambda rng: motorway(rng, 20_000, 500),
    "12-largest-long-ranges": lambda rng: long_ranges(rng, MAX_N, MAX_Q),
}


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        text = written(make(random.Random(f"fuel-prices {name}")))
        judged = subprocess.run(
            [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
        )
        (SECRET / f"{name}.in").write_bytes(text.encode())
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
