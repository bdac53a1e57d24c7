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
REFERENCE = PACKAGE / "submissions" / "accepted" / "rotated_lists.py"
SECRET = PACKAGE / "data" / "secret"

MAX_SIDE = 100
MAX_COMMANDS = 1_000
MAX_MOVE = 10**9

Bar = tuple[list[list[int]], list[tuple[int, int]]]  # plates and commands (b, s)


def numbered(h: int, w: int) -> list[list[int]]:
    """Plates that all differ."""
    return [[row * w + column for column in range(w)] for row in range(h)]


def random_bar(rng: random.Random, h: int, w: int, q: int, most: int) -> Bar:
    """Plates that all differ, and moves of up to `most` squares in both directions."""
    belts = min(h, w) // 2
    return numbered(h, w), [(rng.randint(1, belts), rng.randint(-most, most)) for _ in range(q)]


def full_rounds(_: random.Random) -> Bar:
    """Each belt goes round exactly, or all but one square."""
    lengths = [26, 18, 10]  # 7 rows, 8 columns
    commands = [(belt, rounds * length) for belt, length in enumerate(lengths, 1) for rounds in (1, -2)]
    return numbered(7, 8), [*commands, (2, 17), (3, -9)]


def there_and_back(rng: random.Random) -> Bar:
    """Commands that cancel out, in another order."""
    moves = [(rng.randint(1, 4), rng.randint(1, 50)) for _ in range(40)]
    commands = moves + [(belt, -squares) for belt, squares in moves]
    rng.shuffle(commands)
    return numbered(9, 8), commands


def equal_plates(rng: random.Random) -> Bar:
    """Few different plates, among them the largest ones."""
    plates = [[rng.choice([0, 1, 9_999]) for _ in range(11)] for _ in range(6)]
    return plates, [(rng.randint(1, 3), rng.randint(-30, 30)) for _ in range(20)]


def farthest(rng: random.Random) -> Bar:
    """All moves as far as can be in one direction."""
    commands = [(rng.randint(1, 49), MAX_MOVE - rng.randrange(9)) for _ in range(MAX_COMMANDS)]
    return numbered(MAX_SIDE, 99), commands


CASES: dict[str, Callable[[random.Random], Bar]] = {
    "01-smallest": lambda _: ([[1, 2], [3, 4]], [(1, 1)]),
    "02-no-move": lambda _: (numbered(3, 3), [(1, 0)]),
    "03-two-rows": lambda _: (numbered(2, 9), [(1, -4)]),
    "04-two-columns": lambda _: (numbered(8, 2), [(1, 5), (1, -16)]),
    "05-single-row-in-the-middle": lambda rng: random_bar(rng, 5, 9, 6, 40),
    "06-single-column-in-the-middle": lambda rng: random_bar(rng, 10, 7, 6, 40),
    "07-full-rounds": full_rounds,
    "08-there-and-back": there_and_back,
    "09-equal-plates": equal_plates,
    "10-random": lambda rng: random_bar(rng, 20, 31, 50, 200),
    "11-one-belt-far": lambda _: (numbered(12, 12), [(2, MAX_MOVE)] * 7 + [(1, -MAX_MOVE)] * 5),
    "12-largest": lambda rng: random_bar(rng, 99, MAX_SIDE, MAX_COMMANDS, MAX_MOVE),
    "13-farthest": farthest,
}


def written(bar: Bar) -> str:
    """The text of a test."""
    plates, commands = bar
    lines = [f"{len(plates)} {len(plates[0])} {len(commands)}"]
    lines += [" ".join(map(str, row)) for row in plates]
    lines += [f"{belt} {squares}" for belt, squares in commands]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        text = written(make(random.Random(f"sushi-belts {name}"))).encode()
        judged = subprocess.run([sys.executable, REFERENCE], input=text, stdout=subprocess.PIPE, check=True)
        (SECRET / f"{name}.in").write_bytes(text)
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
