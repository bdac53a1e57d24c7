"""Writes the tests in data/secret anew, the same bytes every time.

Each test draws from its own generator, seeded by its name, so that adding a
test changes no other. The answers come from the reference solution.
"""

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
REFERENCE = PACKAGE / "submissions" / "accepted" / "best_fit.py"
SECRET = PACKAGE / "data" / "secret"

MAX_N, DAY = 50_000, 1_000_000

Requests = list[tuple[int, int]]
Case = tuple[int, int, Requests]  # K, C and the requests


def random_requests(rng: random.Random, n: int, day: int, longest: int) -> Requests:
    """Starts and lengths drawn at random."""
    requests = []
    for _ in range(n):
        length = rng.randint(1, min(longest, day))
        start = rng.randint(0, day - length)
        requests.append((start, start + length))
    return requests


def back_to_back(rng: random.Random, studios: int, rounds: int, length: int, cleaning: int) -> Case:
    """Everybody fits in if requests follow each other exactly; some longer ones fit nowhere."""
    requests = []
    for studio in range(studios):
        start = studio
        for _ in range(rounds):
            requests.append((start, start + length))
            start += length + cleaning
    requests += [(start, start + 3 * length) for start, _ in rng.sample(requests, len(requests) // 10)]
    rng.shuffle(requests)
    return studios, cleaning, requests


def tight_fits(rng: random.Random, groups: int, studios: int, cleaning: int) -> Case:
    """For each studio that gets ready early and each that gets ready late there is a request that needs it.

    In each group the requests that fill the late studios end first, so whoever puts
    them into the early studios has none left for the requests that start early.
    """
    requests = []
    for group in range(groups):
        t = group * 100
        for studio in range(studios):
            early = studio % 2 == 0
            end = t + (20 + studio if early else 40 + studio)
            requests.append((t + studio % 3, end))
            again = end + cleaning
            requests.append((again, t + (75 + studio if early else 65 + studio // 2)))
    rng.shuffle(requests)
    return studios, cleaning, requests


def long_and_short(rng: random.Random, n: int, studios: int, cleaning: int) -> Case:
    """A few requests for most of the day that start first, and many short ones."""
    long = [(rng.randint(0, 5), DAY - rng.randint(0, 5)) for _ in range(n // 20)]
    short = random_requests(rng, n - len(long), DAY, 300)
    return studios, cleaning, long + short


def nested(_: random.Random) -> Case:
    """Each request lies inside the one before."""
    return 1, 0, [(i, 1_000 - i) for i in range(500)]


def largest(rng: random.Random, studios: int, longest: int, cleaning: int) -> Case:
    """As many requests as allowed, over the whole day."""
    return studios, cleaning, random_requests(rng, MAX_N, DAY, longest)


CASES: dict[str, Callable[[random.Random], Case]] = {
    "group1/01-single": lambda _: (1, 1_000_000, [(0, 1_000_000)]),
    "group1/02-as-many-studios-as-requests": lambda _: (4, 9, [(2, 4), (2, 4), (3, 4), (0, 9)]),
    "group1/03-cleaning-all-day": lambda _: (2, DAY, [(0, 1), (1, 2), (2, 3), (999_999, 1_000_000)]),
    "group1/04-exactly-ready": lambda _: (1, 3, [(0, 2), (5, 7), (4, 6), (10, 11), (9, 10), (14, 15)]),
    "group1/05-tight-fits": lambda rng: tight_fits(rng, 2, 3, 2),
    "group1/06-random-one-studio": lambda rng: (1, 1, random_requests(rng, 12, 30, 8)),
    "group1/07-random-two-studios": lambda rng: (2, 2, random_requests(rng, 12, 30, 12)),
    "group1/08-random-three-studios": lambda rng: (3, 0, random_requests(rng, 12, 20, 10)),
    "group1/09-one-long-many-short": lambda _: (1, 1, [(0, 30), *((i, i + 2) for i in range(1, 30, 3))]),
    "group2/01-nested": nested,
    "group2/02-all-equal": lambda _: (1, 0, [(5, 6)] * 1_000),
    "group2/03-back-to-back": lambda rng: back_to_back(rng, 1, 900, 7, 4),
    "group2/04-long-and-short": lambda rng: long_and_short(rng, 5_000, 1, 17),
    "group2/05-random-no-cleaning": lambda rng: (1, 0, random_requests(rng, 3_000, 100_000, 5_000)),
    "group2/06-largest": lambda rng: largest(rng, 1, 2_000, 25),
    "group3/01-tight-fits": lambda rng: tight_fits(rng, 40, 9, 1),
    "group3/02-back-to-back": lambda rng: back_to_back(rng, 30, 50, 40, 9),
    "group3/03-random-medium": lambda rng: (7, 30, random_requests(rng, 3_000, 50_000, 900)),
    "group3/04-long-and-short": lambda rng: long_and_short(rng, 8_000, 5, 100),
    "group3/05-one-minute-each": lambda rng: (3, 0, random_requests(rng, 6_000, 2_500, 1)),
    "group3/06-all-equal": lambda _: (4_000, 10, [(100, 200)] * 9_000),
    "group3/07-largest-few-studios": lambda rng: largest(rng, 50, 20_000, 300),
    "group3/08-largest-many-studios": lambda rng: largest(rng, 20_000, 900_000, 1_000),
}


def main() -> None:
    """Replaces every test below data/secret; the configuration of the groups stays."""
    for stale in [*SECRET.glob("*/*.in"), *SECRET.glob("*/*.ans")]:
        stale.unlink()
    for case, make in CASES.items():
        studios, cleaning, requests = make(random.Random(f"studio-booking {case}"))
        lines = [f"{len(requests)} {studios} {cleaning}", *(f"{start} {end}" for start, end in requests)]
        text = "\n".join(lines) + "\n"
        answer = subprocess.run(
            [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
        ).stdout
        (SECRET / f"{case}.in").write_bytes(text.encode())
        (SECRET / f"{case}.ans").write_bytes(answer)


main()
