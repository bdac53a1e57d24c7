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
REFERENCE = PACKAGE / "submissions" / "accepted" / "two_heaps.py"
SECRET = PACKAGE / "data" / "secret"

MAX_N = 50_000
MAX_TIME = 10**9
MAX_PRIORITY = 1_000
MAX_DURATION = 10**6

Queue = tuple[int, list[tuple[int, int, int]]]  # K and the builds (t, p, d)


def random_queue(rng: random.Random, n: int, k: int, *, time: int, priority: int, duration: int) -> Queue:
    """Builds with t, p and d drawn evenly up to the given figures."""
    return k, [(rng.randint(0, time), rng.randint(1, priority), rng.randint(1, duration)) for _ in range(n)]


def arrives_as_runner_frees(rng: random.Random) -> Queue:
    """At the moment a runner becomes idle a more urgent build is submitted."""
    builds = [(0, 5, 10)]
    for round_number in range(1, 400):
        builds.append((10 * round_number - rng.randint(1, 9), rng.randint(1, 500), 10))
        builds.append((10 * round_number, 1_000, 10))
    rng.shuffle(builds)
    return 1, builds


def idle_for_long(rng: random.Random) -> Queue:
    """Bursts of builds with long pauses in which all runners become idle."""
    bursts = [
        (burst * 10_000_000, rng.randint(1, 9), rng.randint(1, 50)) for burst in range(100) for _ in range(30)
    ]
    rng.shuffle(bursts)
    return 7, bursts


def starving(rng: random.Random) -> Queue:
    """One build of the lowest priority waits while a stream of others passes it."""
    builds = [(0, 2, 100), (1, 1, 1)]
    builds += [(50 + 100 * i, rng.randint(2, MAX_PRIORITY), 100) for i in range(20_000)]
    return 1, builds


def all_at_once(rng: random.Random) -> Queue:
    """Everything is submitted at time 0: the longest queue, and the greatest sum."""
    return 1, [(0, rng.randint(1, MAX_PRIORITY), MAX_DURATION) for _ in range(MAX_N)]


def wait_beyond_32_bits(rng: random.Random) -> Queue:
    """Each waiting time is small, their sum is not."""
    return 2, [(rng.randint(0, 1_000), rng.randint(1, 3), 2_000) for _ in range(3_000)]


CASES: dict[str, Callable[[random.Random], Queue]] = {
    "01-one-build": lambda _: (1, [(MAX_TIME, 1, 1)]),
    "02-nobody-waits": lambda _: (3, [(5, 1, 9), (5, 9, 9), (5, 5, 9)]),
    "03-more-runners-than-builds": lambda rng: random_queue(
        rng, 30, 50_000, time=10, priority=5, duration=100
    ),
    "04-all-equal": lambda _: (2, [(7, 7, 7)] * 40),
    "05-latest-times": lambda _: (1, [(MAX_TIME, p, MAX_DURATION) for p in (1, 1_000, 500, 1_000)]),
    "06-arrives-as-runner-frees": arrives_as_runner_frees,
    "07-idle-for-long": idle_for_long,
    "08-equal-times-and-priorities": lambda rng: random_queue(rng, 500, 3, time=20, priority=2, duration=5),
    "09-reversed-times": lambda _: (2, [(1_000 - i, 1 + i % 7, 3 + i % 5) for i in range(1_000)]),
    "10-busy-small-durations": lambda rng: random_queue(
        rng, 5_000, 4, time=2_000, priority=1_000, duration=3
    ),
    "11-wait-beyond-32-bits": wait_beyond_32_bits,
    "12-starving": starving,
    "13-many-runners": lambda rng: random_queue(rng, 30_000, 500, time=60_000, priority=10, duration=2_000),
    "14-largest-all-at-once": all_at_once,
    "15-largest-random": lambda rng: random_queue(
        rng, MAX_N, 3, time=100_000, priority=MAX_PRIORITY, duration=1_000
    ),
}


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        k, builds = make(random.Random(f"build-queue {name}"))
        lines = [f"{len(builds)} {k}", *(f"{t} {p} {d}" for t, p, d in builds)]
        text = "\n".join(lines) + "\n"
        judged = subprocess.run(
            [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
        )
        (SECRET / f"{name}.in").write_bytes(text.encode())
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
