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
REFERENCE = PACKAGE / "submissions" / "accepted" / "simulate.py"
SECRET = PACKAGE / "data" / "secret"

BELTS = "^>v<"
TURNTABLES = "URDL"
MAX_SIDE, MAX_MOVES, MAX_PARCELS = 50, 1_000, 300

Floor = list[str]
Case = tuple[Floor, int, list[tuple[int, int]]]  # floor, T and the places of the parcels, from 1


def random_floor(rng: random.Random, rows: int, cols: int, cells: str) -> Floor:
    """Cells drawn at random; a cell named twice in ``cells`` is twice as likely."""
    return ["".join(rng.choices(cells, k=cols)) for _ in range(rows)]


def anywhere(rng: random.Random, floor: Floor, parcels: int) -> list[tuple[int, int]]:
    """Places drawn at random."""
    return [(rng.randint(1, len(floor)), rng.randint(1, len(floor[0]))) for _ in range(parcels)]


def random_case(rng: random.Random, side: int, cells: str, moves: int, parcels: int) -> Case:
    """A nearly square floor of cells drawn at random, and parcels anywhere on it."""
    floor = random_floor(rng, side, rng.randint(max(1, side - 3), side), cells)
    return floor, moves, anywhere(rng, floor, parcels)


def single_turntable(_: random.Random) -> Case:
    """One cell that throws the parcels out over all four borders in turn."""
    return ["L"], 1, [(1, 1)] * 9


def exact_moves(_: random.Random) -> Case:
    """Straight belts one cell longer than T: the second cell leaves with the T-th move, the first never."""
    return [">" * 12, "<" * 12], 11, [(1, c) for c in (1, 2, 3, 12)] + [(2, c) for c in (12, 11, 10, 1)]


def columns_of_turntables(_: random.Random) -> Case:
    """A single column, so that turntables throw to both sides often."""
    return list("DDUURRLLDU"), 40, [(1 + i % 10, 1) for i in range(60)]


def row_of_turntables(_: random.Random) -> Case:
    """A single row, wider than it is high: rows and columns must not be mixed up."""
    return ["RLRLUDUDRRLL"], 60, [(1, 1 + i * 5 % 12) for i in range(60)]


def two_cycles(_: random.Random) -> Case:
    """Belts in circles of 4 and 8 cells, so that T moves end at different places."""
    return [">v>>>v", "^<^<<<"], 997, [(r, c) for r in (1, 2) for c in range(1, 7)]


def circle_in_the_corner(rng: random.Random) -> Case:
    """All parcels run round the last four cells for T moves: the worst for a search from the first row."""
    floor = random_floor(rng, MAX_SIDE - 2, MAX_SIDE, BELTS + TURNTABLES)
    for ending in (">v", "^<"):
        floor.append("".join(rng.choices(BELTS, k=MAX_SIDE - 2)) + ending)
    places = [(MAX_SIDE - rng.randint(0, 1), MAX_SIDE - rng.randint(0, 1)) for _ in range(MAX_PARCELS)]
    return floor, MAX_MOVES, places


def from_the_middle(rng: random.Random) -> Case:
    """Turntables alone; each parcel wanders from the middle of the largest floor."""
    return random_floor(rng, MAX_SIDE, MAX_SIDE, TURNTABLES), MAX_MOVES, [(25, 25)] * MAX_PARCELS


def long_snake(_: random.Random) -> Case:
    """One belt through all cells, left and right in turn, which leaves at the lower left corner."""
    floor = [">" * 49 + "v", "v" + "<" * 49] * 10
    return floor, 1_000, [(r, c) for r in (1, 2, 10, 20) for c in (1, 2, 49, 50)]


CASES: dict[str, Callable[[random.Random], Case]] = {
    "01-single-belt": lambda _: (["^"], 1, [(1, 1)]),
    "02-single-turntable": single_turntable,
    "03-exact-moves": exact_moves,
    "04-one-column": columns_of_turntables,
    "05-one-row": row_of_turntables,
    "06-two-cycles": two_cycles,
    "07-long-snake": long_snake,
    "08-random-small": lambda rng: random_case(rng, 5, BELTS + TURNTABLES, 30, 40),
    "09-random-belts": lambda rng: random_case(rng, 20, BELTS, 25, 200),
    "10-random-mixed": lambda rng: random_case(rng, 30, BELTS + TURNTABLES * 3, 200, 200),
    "11-one-move": lambda rng: random_case(rng, 8, BELTS + TURNTABLES, 1, 100),
    "12-turntables-from-the-middle": from_the_middle,
    "13-largest-random": lambda rng: random_case(rng, MAX_SIDE, BELTS + TURNTABLES * 8, 1_000, 300),
    "14-largest-circle-in-the-corner": circle_in_the_corner,
}


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for case, make in CASES.items():
        floor, moves, places = make(random.Random(f"sorting-belt {case}"))
        lines = [f"{len(floor)} {len(floor[0])} {moves}", *floor, str(len(places))]
        lines += [f"{r} {c}" for r, c in places]
        text = "\n".join(lines) + "\n"
        answer = subprocess.run(
            [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
        ).stdout
        (SECRET / f"{case}.in").write_bytes(text.encode())
        (SECRET / f"{case}.ans").write_bytes(answer)


main()
