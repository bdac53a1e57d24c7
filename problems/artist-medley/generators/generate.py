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
REFERENCE = PACKAGE / "submissions" / "accepted" / "sliding_window.py"
SECRET = PACKAGE / "data" / "secret"

MAX_N = 30_000
MAX_SECONDS = 3_600

Songs = tuple[int, list[tuple[str, int]]]  # K, songs (artist, seconds)


def written(songs: Songs) -> str:
    """A test as the statement describes it."""
    k, played = songs
    artists, seconds = zip(*played, strict=True)
    return f"{len(played)} {k}\n{' '.join(artists)}\n{' '.join(map(str, seconds))}\n"


def random_songs(rng: random.Random, n: int, k: int, artists: int, most: int) -> Songs:
    """Songs by artists drawn evenly."""
    return k, [(f"a{rng.randrange(artists)}", rng.randint(1, most)) for _ in range(n)]


def popular_artists(rng: random.Random, n: int, k: int) -> Songs:
    """Few artists sing most of the songs, many sing only one or two."""
    weights = [1 / (rank + 1) for rank in range(5_000)]
    names = rng.choices(range(5_000), weights=weights, k=n)
    return k, [(f"a{name}", rng.randint(120, 300)) for name in names]


def few_long_songs(rng: random.Random) -> Songs:
    """The medley with the most songs is a short one."""
    short = [(rng.choice(("ann", "bob")), rng.randint(1, 20)) for _ in range(100)]
    long = [(rng.choice(("cho", "dan")), rng.randint(1_000, MAX_SECONDS)) for _ in range(30)]
    return 2, [*short, ("eve", 1), *long, ("eve", 1), *short]


def blocks(rng: random.Random, n: int) -> Songs:
    """Each artist sings several songs in a row."""
    songs: list[tuple[str, int]] = []
    while len(songs) < n:
        artist = f"b{rng.randrange(40)}"
        songs += [(artist, rng.randint(60, 400)) for _ in range(rng.randint(1, 12))]
    return 4, songs[:n]


CASES: dict[str, Callable[[random.Random], Songs]] = {
    "01-one-song": lambda _: (1, [("x", MAX_SECONDS)]),
    "02-all-differ-one-artist": lambda _: (1, [(f"s{i}", 1 + i % 7) for i in range(40)]),
    "03-k-as-large-as-n": lambda rng: random_songs(rng, 50, 50, 20, 99),
    "04-one-artist-only": lambda rng: random_songs(rng, 60, 1, 1, 99),
    "05-many-ties": lambda _: (2, [(name, 5) for name in "aabbccddaabbccdd"]),
    "06-returning-artists": lambda _: (2, [(name, 9) for name in "abacabadabacabaabbabac"]),
    "07-few-long-songs": few_long_songs,
    "08-blocks": lambda rng: blocks(rng, 400),
    "09-random-small": lambda rng: random_songs(rng, 200, 3, 5, 9),
    "10-random-medium": lambda rng: random_songs(rng, 3_000, 60, 100, MAX_SECONDS),
    "11-longest-names": lambda rng: (
        7,
        [(f"artist{rng.randint(10, 25)}", rng.randint(1, 600)) for _ in range(2_000)],
    ),
    "12-largest-popular": lambda rng: popular_artists(rng, MAX_N, 20),
    "13-largest-longest-songs": lambda _: (MAX_N, [(f"{i}", MAX_SECONDS) for i in range(MAX_N)]),
}


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        text = written(make(random.Random(f"artist-medley {name}")))
        judged = subprocess.run(
            [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
        )
        (SECRET / f"{name}.in").write_bytes(text.encode())
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
