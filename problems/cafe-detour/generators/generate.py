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
REFERENCE = PACKAGE / "submissions" / "accepted" / "two_counts.py"
SECRET = PACKAGE / "data" / "secret"

MAX_SIDE = 500

Town = list[str]


def open_ends(rows: list[list[str]]) -> Town:
    """The rows as text, with the first and the last crossing open."""
    for row, column in ((0, 0), (-1, -1)):
        if rows[row][column] == "#":
            rows[row][column] = "."
    return ["".join(row) for row in rows]


def random_town(rng: random.Random, h: int, w: int, closed: float, cafe: float) -> Town:
    """Each crossing is closed or has a cafe with the given probabilities."""
    shares = (1 - closed - cafe, closed, cafe)
    return open_ends([rng.choices(".#C", shares, k=w) for _ in range(h)])


def one_cafe(h: int, w: int, row: int, column: int) -> Town:
    """An open town with a single cafe."""
    rows = [["."] * w for _ in range(h)]
    rows[row][column] = "C"
    return open_ends(rows)


def wall_across(rng: random.Random) -> Town:
    """Closed crossings on an anti-diagonal: no way gets through."""
    rows = [list(row) for row in random_town(rng, 12, 12, 0.1, 0.2)]
    for row in range(12):
        rows[row][11 - row] = "#"
    return open_ends(rows)


def closed_borders(rng: random.Random) -> Town:
    """The first row and the first column are closed half way."""
    rows = [list(row) for row in random_town(rng, 20, 15, 0.05, 0.1)]
    rows[0][6] = rows[9][0] = "#"
    return open_ends(rows)


def cafe_behind_a_wall(_: random.Random) -> Town:
    """The only cafes stand where no way leads, or from where none leads on."""
    return ["..#C", ".#C.", "..#.", "C#..", ".#..", "...."]


CASES: dict[str, Callable[[random.Random], Town]] = {
    "01-one-crossing": lambda _: ["."],
    "02-one-cafe": lambda _: ["C"],
    "03-one-row": lambda _: ["..C...C."],
    "04-one-column-closed": lambda _: ["C", ".", "#", "C", "."],
    "05-cafe-at-the-end": lambda _: one_cafe(6, 9, -1, -1),
    "06-cafe-behind-a-wall": cafe_behind_a_wall,
    "07-wall-across": wall_across,
    "08-closed-borders": closed_borders,
    "09-random-small": lambda rng: random_town(rng, 8, 9, 0.1, 0.15),
    "10-only-cafes": lambda _: ["C" * 40] * 30,
    "11-random-medium": lambda rng: random_town(rng, 90, 120, 0.08, 0.01),
    "12-wide": lambda rng: random_town(rng, 5, MAX_SIDE, 0.02, 0.01),
    "13-one-cafe-in-the-middle": lambda _: one_cafe(300, 400, 130, 260),
    "14-largest": lambda rng: random_town(rng, MAX_SIDE, MAX_SIDE, 0.03, 0.002),
}


def written(town: Town) -> str:
    """The text of a test."""
    return "\n".join([f"{len(town)} {len(town[0])}", *town]) + "\n"


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        text = written(make(random.Random(f"cafe-detour {name}"))).encode()
        judged = subprocess.run([sys.executable, REFERENCE], input=text, stdout=subprocess.PIPE, check=True)
        (SECRET / f"{name}.in").write_bytes(text)
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
