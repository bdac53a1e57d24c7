"""Writes data/secret anew, the same bytes every time.

Each test draws from its own generator, seeded by its name, so that adding a
test changes no other. The answers come from the reference solution.
"""

import random
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
REFERENCE = PACKAGE / "submissions" / "accepted" / "backwards.py"
SECRET = PACKAGE / "data" / "secret"

MAX_N, MAX_M, MAX_K = 70_000, 70_000, 20_000

Ferries = list[tuple[int, int]]
Case = tuple[int, Ferries, list[int]]  # N, the lines and the numbers of those closed, from 1


def closing(rng: random.Random, n: int, ferries: Ferries, k: int) -> Case:
    """Closes ``k`` lines in random order."""
    return n, ferries, rng.sample(range(1, len(ferries) + 1), k)


def random_ferries(rng: random.Random, n: int, m: int) -> Ferries:
    """Lines between islands drawn at random."""
    ferries = []
    while len(ferries) < m:
        a, b = rng.randint(1, n), rng.randint(1, n)
        if a != b:
            ferries.append((a, b))
    return ferries


def random_case(rng: random.Random, n: int, m: int, k: int) -> Case:
    """Lines between islands drawn at random, closed in random order."""
    return closing(rng, n, random_ferries(rng, n, m), k)


def path(rng: random.Random, n: int, k: int) -> Case:
    """Islands in a row, numbered at random: every closure cuts."""
    order = rng.sample(range(1, n + 1), n)
    return closing(rng, n, list(pairwise(order)), k)


def circle(_: random.Random) -> Case:
    """A circle that loses its lines one after another, all the way round."""
    n = 500
    ferries = [(i, i % n + 1) for i in range(1, n + 1)]
    return n, ferries, list(range(1, n + 1))


def parallel_lines(rng: random.Random) -> Case:
    """Up to five lines between the same islands, in both directions; some pairs lose all, some not."""
    ferries = []
    for a, b in random_ferries(rng, 60, 70):
        ferries += [(a, b) if rng.random() < 1 / 2 else (b, a) for _ in range(rng.randint(1, 5))]
    rng.shuffle(ferries)
    return closing(rng, 60, ferries, len(ferries) * 3 // 4)


def clusters(rng: random.Random) -> Case:
    """Dense groups joined by single bridges; the bridges are closed first."""
    groups, members = 30, 20
    bridges = [(g * members + 1, g * members + members + rng.randint(1, members)) for g in range(groups - 1)]
    inside = [
        (g * members + a, g * members + b)
        for g in range(groups)
        for a in range(1, members + 1)
        for b in range(a + 1, members + 1)
    ]
    ferries = bridges + inside
    first = rng.sample(range(1, len(bridges) + 1), len(bridges))
    then = rng.sample(range(len(bridges) + 1, len(ferries) + 1), 3_000)
    return groups * members, ferries, first + then


def star(rng: random.Random) -> Case:
    """Island 1 is the hub of all lines, in order: joining roots without care makes one long chain."""
    ferries = [(1, b) for b in range(2, MAX_N + 1)]
    return MAX_N, ferries, sorted(rng.sample(range(MAX_N // 2, MAX_N), 10_000), reverse=True)


CASES: dict[str, Callable[[random.Random], Case]] = {
    "01-two-islands": lambda _: (2, [(2, 1)], [1]),
    "02-two-islands-many-lines": lambda _: (2, [(1, 2), (2, 1)] * 20, list(range(40, 0, -1))),
    "03-lonely-islands": lambda _: (70_000, [(69_999, 70_000)], [1]),
    "04-parallel-lines": parallel_lines,
    "05-circle": circle,
    "06-small-random": lambda rng: random_case(rng, 12, 20, 20),
    "07-small-tree": lambda rng: path(rng, 40, 39),
    "08-clusters": clusters,
    "09-random-medium": lambda rng: random_case(rng, 2_000, 3_000, 2_500),
    "10-sparse": lambda rng: random_case(rng, 20_000, 9_000, 9_000),
    "11-largest-star": star,
    "12-long-path": lambda rng: path(rng, 40_000, 500),
    "13-largest-random": lambda rng: random_case(rng, 35_000, MAX_M, MAX_K),
}


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for case, make in CASES.items():
        n, ferries, closures = make(random.Random(f"ferry-closures {case}"))
        lines = [f"{n} {len(ferries)} {len(closures)}"]
        lines += [f"{a} {b}" for a, b in ferries]
        lines += [str(line) for line in closures]
        text = "\n".join(lines) + "\n"
        answer = subprocess.run(
            [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
        ).stdout
        (SECRET / f"{case}.in").write_bytes(text.encode())
        (SECRET / f"{case}.ans").write_bytes(answer)


main()
