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
REFERENCE = PACKAGE / "submissions" / "accepted" / "queue_of_friends.py"
SECRET = PACKAGE / "data" / "secret"

MAX_N = 5_000
MAX_SONGS = 200_000

Room = tuple[int, list[int]]  # K and the songs of each person


def random_room(rng: random.Random, n: int, k: int, most: int) -> Room:
    """Lists of 1 to `most` songs."""
    return k, [rng.randint(1, most) for _ in range(n)]


def around_k(rng: random.Random) -> Room:
    """Lists just below, at and just above multiples of K."""
    songs = [7 * turns + extra for turns in range(1, 6) for extra in (-1, 0, 1)]
    rng.shuffle(songs)
    return 7, songs


def neighbours_leave(rng: random.Random) -> Room:
    """Neighbours go home in the same round."""
    return 2, [rng.choice([1, 2, 2, 6]) for _ in range(60)]


def few_long_lists(rng: random.Random) -> Room:
    """Most people leave in the first round; a handful stays for long."""
    songs = [1] * 400 + [rng.randint(2_000, 4_000) for _ in range(5)]
    rng.shuffle(songs)
    return 3, songs


CASES: dict[str, Callable[[random.Random], Room]] = {
    "01-one-person-one-song": lambda _: (1, [1]),
    "02-one-person-alone": lambda _: (3, [20]),
    "03-k-larger-than-all": lambda _: (1_000, [5, 1, 999, 1_000, 3]),
    "04-all-equal": lambda _: (4, [10] * 12),
    "05-around-k": around_k,
    "06-neighbours-leave": neighbours_leave,
    "07-longest-first": lambda _: (2, list(range(30, 0, -1))),
    "08-random-small": lambda rng: random_room(rng, 25, 3, 12),
    "09-random-medium": lambda rng: random_room(rng, 800, 10, 200),
    "10-few-long-lists": few_long_lists,
    "11-largest-random": lambda rng: random_room(rng, MAX_N, 1, 79),
    "12-one-has-nearly-all": lambda _: (1, [1] * (MAX_N - 1) + [MAX_SONGS - MAX_N + 1]),
}


def written(room: Room) -> str:
    """The text of a test."""
    k, songs = room
    return f"{len(songs)} {k}\n{' '.join(map(str, songs))}\n"


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        text = written(make(random.Random(f"karaoke-turns {name}"))).encode()
        judged = subprocess.run([sys.executable, REFERENCE], input=text, stdout=subprocess.PIPE, check=True)
        (SECRET / f"{name}.in").write_bytes(text)
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
