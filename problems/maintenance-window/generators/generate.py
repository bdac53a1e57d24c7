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
REFERENCE = PACKAGE / "submissions" / "accepted" / "by_start.py"
SECRET = PACKAGE / "data" / "secret"

MAX_N = 20_000
MAX_TIME = 10**9

Night = tuple[int, int, int, list[tuple[int, int]]]  # S, E, L and the jobs


def random_night(rng: random.Random, n: int, latest: int, longest: int, minimum: int) -> Night:
    """Jobs that begin at any time; the team is there for the middle four fifths."""
    jobs = []
    for _ in range(n):
        begin = rng.randrange(latest)
        jobs.append((begin, begin + rng.randint(1, longest)))
    return latest // 10, latest * 9 // 10, minimum, jobs


def nested(rng: random.Random) -> Night:
    """Long jobs full of short ones, with a gap behind each long job."""
    jobs = []
    for hour in range(40):
        begin, end = hour * 1_000, hour * 1_000 + 900
        jobs.append((begin, end))
        for _ in range(10):
            inner = sorted(rng.sample(range(begin, end + 1), 2))
            jobs.append((inner[0], inner[1]))
    rng.shuffle(jobs)
    return 0, 40_000, 100, jobs


def gaps_around_the_minimum(rng: random.Random) -> Night:
    """Gaps of L - 1, L and L + 1 seconds."""
    jobs, now = [], 5
    for _ in range(60):
        length = rng.randint(1, 20)
        jobs.append((now, now + length))
        now += length + rng.choice([9, 10, 11])
    rng.shuffle(jobs)
    return 0, now, 10, jobs


def without_a_break(rng: random.Random) -> Night:
    """Each job begins when another one ends."""
    ends = sorted(rng.sample(range(1, 5_000), 300))
    jobs = list(zip([0, *ends], [*ends, 5_000], strict=True))
    rng.shuffle(jobs)
    return 0, 5_000, 1, jobs


def outside_the_hours(_: random.Random) -> Night:
    """Jobs before, across and after both ends of the team's hours."""
    return 100, 200, 20, [(0, 50), (60, 100), (90, 105), (130, 140), (190, 230), (200, 300), (400, 500)]


def many_short_jobs(rng: random.Random) -> Night:
    """The largest number of windows: a gap behind every job."""
    jobs = [(100_000 + 40 * i, 100_000 + 40 * i + rng.randint(1, 39)) for i in range(MAX_N)]
    rng.shuffle(jobs)
    return 0, 900_000, 1, jobs


CASES: dict[str, Callable[[random.Random], Night]] = {
    "01-one-job": lambda _: (0, 10, 3, [(4, 5)]),
    "02-free-all-night": lambda _: (500, 600, 100, [(600, 700), (400, 500)]),
    "03-one-second": lambda _: (7, 8, 1, [(8, 9), (0, 7)]),
    "04-nested": nested,
    "05-outside-the-hours": outside_the_hours,
    "06-gaps-around-the-minimum": gaps_around_the_minimum,
    "07-without-a-break": without_a_break,
    "08-latest-times": lambda _: (
        0,
        MAX_TIME,
        MAX_TIME // 2 - 1,
        [(MAX_TIME // 2, MAX_TIME // 2 + 1)],
    ),
    "09-minimum-too-long": lambda _: (0, MAX_TIME, MAX_TIME, [(0, 1)]),
    "10-random-small": lambda rng: random_night(rng, 12, 60, 6, 3),
    "11-random-medium": lambda rng: random_night(rng, 1_000, 100_000, 150, 80),
    "12-random-wide": lambda rng: random_night(rng, 3_000, 900_000_000, 600_000, 400_000),
    "13-largest-many-windows": many_short_jobs,
}


def written(night: Night) -> str:
    """The text of a test."""
    start, end, minimum, jobs = night
    lines = [f"{len(jobs)} {start} {end} {minimum}", *(f"{a} {b}" for a, b in jobs)]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        text = written(make(random.Random(f"maintenance-window {name}"))).encode()
        judged = subprocess.run([sys.executable, REFERENCE], input=text, stdout=subprocess.PIPE, check=True)
        (SECRET / f"{name}.in").write_bytes(text)
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
