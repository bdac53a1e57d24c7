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
REFERENCE = PACKAGE / "submissions" / "accepted" / "ordered_dict.py"
SECRET = PACKAGE / "data" / "secret"

MAX_N = 40_000
MAX_CAPACITY = 10**9
MAX_SIZE = 10**6

Log = tuple[int, list[tuple[int, int]]]  # C and the requests (photo, size)


def sized(rng: random.Random, photos: list[int], largest: int) -> list[tuple[int, int]]:
    """Requests for the photos; each photo gets a random size."""
    sizes = {photo: rng.randint(1, largest) for photo in sorted(set(photos))}
    return [(photo, sizes[photo]) for photo in photos]


def random_log(rng: random.Random, n: int, photos: int, largest: int, capacity: int) -> Log:
    """Photos requested evenly."""
    return capacity, sized(rng, [rng.randint(1, photos) for _ in range(n)], largest)


def popular(rng: random.Random, n: int, photos: int, largest: int, capacity: int) -> Log:
    """A few photos get most of the requests."""
    return capacity, sized(rng, [1 + int(photos * rng.random() ** 4) for _ in range(n)], largest)


def one_old_favourite(_: random.Random) -> Log:
    """A photo that is requested again and again among ever new ones: LRU keeps it, FIFO does not."""
    requests = []
    for photo in range(2, 300):
        requests += [(photo, 10), (1, 10)]
    return 40, requests


def one_for_many(rng: random.Random) -> Log:
    """Large photos drive out many small ones."""
    requests = []
    for turn in range(30):
        requests += [(100 * turn + i, 1) for i in range(1, 60)]
        requests.append((5_000 + turn, rng.randint(40, 90)))
    return 100, requests


def too_large_between(rng: random.Random) -> Log:
    """Photos larger than the cache come between requests that hit."""
    requests = []
    for turn in range(100):
        requests += [(rng.randint(1, 10), 10), (500 + turn % 7, 101 + turn % 7), (rng.randint(1, 10), 10)]
    return 100, requests


def round_and_round(n: int, photos: int, capacity: int) -> Log:
    """The same photos in turn, more of them than the cache holds: no hit at all."""
    return capacity, [(1 + i % photos, 1) for i in range(n)]


CASES: dict[str, Callable[[random.Random], Log]] = {
    "01-one-request": lambda _: (1, [(1_000_000, 1)]),
    "02-never-fits": lambda _: (MAX_SIZE - 1, [(5, MAX_SIZE)] * 3),
    "03-fits-exactly": lambda _: (9, [(1, 4), (2, 5), (1, 4), (2, 5), (3, 9), (3, 9), (1, 4)]),
    "04-one-photo": lambda _: (10, [(7, 10)] * 50),
    "05-old-favourite": one_old_favourite,
    "06-one-for-many": one_for_many,
    "07-too-large-between": too_large_between,
    "08-round-and-round": lambda _: round_and_round(500, 21, 20),
    "09-random-small": lambda rng: random_log(rng, 60, 8, 6, 15),
    "10-random-medium": lambda rng: random_log(rng, 3_000, 100, 100, 2_500),
    "11-largest-sizes": lambda rng: random_log(rng, 5_000, 1_500, MAX_SIZE, 300_000_000),
    "12-popular": lambda rng: popular(rng, 20_000, 5_000, 50, 20_000),
    "13-largest-capacity": lambda rng: random_log(rng, 3_000, 900_000, MAX_SIZE, MAX_CAPACITY),
    "14-largest-round-and-round": lambda _: round_and_round(MAX_N, 15_001, 15_000),
}


def written(log: Log) -> str:
    """The text of a test."""
    capacity, requests = log
    return "\n".join([f"{len(requests)} {capacity}", *(f"{photo} {size}" for photo, size in requests)]) + "\n"


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        text = written(make(random.Random(f"photo-cache {name}"))).encode()
        judged = subprocess.run([sys.executable, REFERENCE], input=text, stdout=subprocess.PIPE, check=True)
        (SECRET / f"{name}.in").write_bytes(text)
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
