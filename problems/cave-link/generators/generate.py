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
REFERENCE = PACKAGE / "submissions" / "accepted" / "two_searches.py"
SECRET = PACKAGE / "data" / "secret"

MAX_N = 15_000
MAX_LENGTH = 1_000_000

Tunnel = tuple[int, int, int]
Caves = tuple[int, int, list[Tunnel]]  # N, L, tunnels
# What a new chamber is connected with, if chambers 0 to k - 1 are there already.
Shape = Callable[[random.Random, int], int]


def written(caves: Caves) -> str:
    """A test as the statement describes it."""
    n, length, tunnels = caves
    lines = [f"{n} {len(tunnels)} {length}", *(f"{u} {v} {w}" for u, v, w in tunnels)]
    return "\n".join(lines) + "\n"


def row(_: random.Random, k: int) -> int:
    """All chambers in a row."""
    return k - 1


def star(_: random.Random, _k: int) -> int:
    """All chambers around the first one."""
    return 0


def bush(rng: random.Random, k: int) -> int:
    """Any chamber: short ways."""
    return rng.randrange(k)


def long_branches(rng: random.Random, k: int) -> int:
    """One of the last chambers: long ways with branches."""
    return rng.randrange(max(0, k - 5), k)


def caves_of(
    rng: random.Random, sizes: tuple[int, int], shapes: tuple[Shape, Shape], lengths: range
) -> Caves:
    """Two systems of the given sizes and shapes, chambers numbered at random."""
    n = sum(sizes)
    names = rng.sample(range(1, n + 1), n)
    tunnels: list[Tunnel] = []
    for offset, size, shape in zip((0, sizes[0]), sizes, shapes, strict=True):
        for k in range(1, size):
            ends = rng.sample((names[offset + k], names[offset + shape(rng, k)]), 2)
            tunnels.append((ends[0], ends[1], rng.choice(lengths)))
    rng.shuffle(tunnels)
    return n, rng.choice(lengths), tunnels


def middle_in_a_tunnel(_: random.Random) -> Caves:
    """The middle of each diameter lies deep inside a long tunnel."""
    return 8, 5, [(1, 2, 1), (2, 3, 100), (3, 4, 2), (5, 6, 70), (6, 7, 3), (7, 8, 4)]


ANY = range(1, MAX_LENGTH + 1)
CASES: dict[str, Callable[[random.Random], Caves]] = {
    "01-three-chambers": lambda _: (3, 7, [(3, 1, 4)]),
    "02-single-chamber-and-row": lambda rng: caves_of(rng, (1, 9), (row, row), range(1, 4)),
    "03-middle-in-a-tunnel": middle_in_a_tunnel,
    "04-two-stars": lambda rng: caves_of(rng, (20, 30), (star, star), range(1, 100)),
    "05-one-far-larger": lambda rng: caves_of(rng, (900, 3), (long_branches, row), range(1, 50)),
    "06-equal-lengths": lambda rng: caves_of(rng, (100, 101), (bush, bush), range(7, 8)),
    "07-odd-row-and-even-row": lambda rng: caves_of(rng, (200, 301), (row, row), range(1, 2)),
    "08-random-small": lambda rng: caves_of(rng, (12, 15), (bush, bush), range(1, 30)),
    "09-random-medium": lambda rng: caves_of(rng, (500, 700), (bush, long_branches), ANY),
    "10-greatest-lengths": lambda rng: caves_of(
        rng, (MAX_N // 2, 600), (row, row), range(MAX_LENGTH, MAX_LENGTH + 1)
    ),
    "11-largest-long-branches": lambda rng: caves_of(
        rng, (MAX_N // 2, MAX_N // 2), (long_branches, long_branches), ANY
    ),
}


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        text = written(make(random.Random(f"cave-link {name}")))
        judged = subprocess.run(
            [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
        )
        (SECRET / f"{name}.in").write_bytes(text.encode())
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
