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
REFERENCE = PACKAGE / "submissions" / "accepted" / "rerooting.py"
SECRET = PACKAGE / "data" / "secret"

MAX_N, MAX_PARCELS, MAX_TOLL = 30_000, 1_000, 1_000

Parents = list[int]  # parents[i] is the parent of village i + 2 and smaller than that
Case = tuple[list[int], list[tuple[int, int, int]]]  # parcels and roads


def path(n: int) -> Parents:
    """Villages in a row, with village 1 at its end."""
    return list(range(1, n))


def star(n: int) -> Parents:
    """Village 1 in the middle of all others."""
    return [1] * (n - 1)


def random_tree(rng: random.Random, n: int, reach: int) -> Parents:
    """Each village hangs below one of the ``reach`` before it: a small reach makes a deep tree."""
    return [rng.randint(max(1, v - reach), v - 1) for v in range(2, n + 1)]


def broom(n: int) -> Parents:
    """A row of n / 2 villages with a star at its end."""
    return [min(v - 1, n // 2) for v in range(2, n + 1)]


def two_stars(n: int) -> Parents:
    """Two stars whose middles are joined by one road, on which nearly all parcels may have to travel."""
    return [1, *(1 + v % 2 for v in range(3, n + 1))]


def dressed(rng: random.Random, parents: Parents, parcels: range, tolls: range) -> Case:
    """Random parcels and tolls; villages are renumbered and roads shuffled, so that village 1 is anywhere."""
    n = len(parents) + 1
    number = rng.sample(range(1, n + 1), n)
    roads = []
    for child, parent in enumerate(parents, start=2):
        ends = [number[child - 1], number[parent - 1]]
        rng.shuffle(ends)
        roads.append((ends[0], ends[1], rng.choice(tolls)))
    rng.shuffle(roads)
    return [rng.choice(parcels) for _ in range(n)], roads


def any_dressed(rng: random.Random, parents: Parents) -> Case:
    """Parcels and tolls over all their ranges."""
    return dressed(rng, parents, range(MAX_PARCELS + 1), range(1, MAX_TOLL + 1))


def extreme(parents: Parents) -> Case:
    """The most parcels everywhere and the highest tolls: the greatest sums, and ties between all roads."""
    roads = [(parent, child, MAX_TOLL) for child, parent in enumerate(parents, start=2)]
    return [MAX_PARCELS] * (len(parents) + 1), roads


def one_rich_village(rng: random.Random) -> Case:
    """Only one village, far out, receives parcels; the pass is worth most on the dearest road to it."""
    parcels, roads = dressed(rng, random_tree(rng, 300, 5), range(1), range(1, MAX_TOLL + 1))
    parcels[rng.randrange(300)] = MAX_PARCELS
    return parcels, roads


def dear_dead_ends(rng: random.Random) -> Case:
    """High tolls lead to villages with hardly any parcels."""
    parcels, roads = dressed(rng, random_tree(rng, 400, 400), range(1, 20), range(1, 30))
    for i in range(1, 401):
        parcels.append(i % 2)
        roads.append((i, 400 + i, MAX_TOLL - i))
    return parcels, roads


CASES: dict[str, Callable[[random.Random], Case]] = {
    "01-single": lambda _: ([7], []),
    "02-two": lambda _: ([0, 9], [(2, 1, 4)]),
    "03-no-parcels": lambda rng: dressed(rng, random_tree(rng, 50, 50), range(1), range(1, 10)),
    "04-small-path": lambda rng: dressed(rng, path(12), range(10), range(1, 10)),
    "05-small-star": lambda rng: dressed(rng, star(12), range(10), range(1, 10)),
    "06-small-random": lambda rng: dressed(rng, random_tree(rng, 20, 20), range(5), range(1, 5)),
    "07-two-stars": lambda rng: any_dressed(rng, two_stars(200)),
    "08-broom": lambda rng: any_dressed(rng, broom(500)),
    "09-one-rich-village": one_rich_village,
    "10-dear-dead-ends": dear_dead_ends,
    "11-all-equal": lambda _: extreme(random_tree(random.Random(11), 3_000, 40)),
    "12-random-medium": lambda rng: any_dressed(rng, random_tree(rng, 2_000, 2_000)),
    "13-large-star": lambda rng: dressed(rng, star(12_000), range(2), range(1, 10)),
    "14-largest-path": lambda _: extreme(path(MAX_N)),
    "15-largest-random": lambda rng: any_dressed(rng, random_tree(rng, MAX_N, 30)),
}


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for case, make in CASES.items():
        parcels, roads = make(random.Random(f"toll-pass {case}"))
        lines = [str(len(parcels)), " ".join(map(str, parcels)), *(f"{u} {v} {w}" for u, v, w in roads)]
        text = "\n".join(lines) + "\n"
        answer = subprocess.run(
            [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
        ).stdout
        (SECRET / f"{case}.in").write_bytes(text.encode())
        (SECRET / f"{case}.ans").write_bytes(answer)


main()
