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
REFERENCE = PACKAGE / "submissions" / "accepted" / "row_by_row.py"
SECRET = PACKAGE / "data" / "secret"

MAX_BRIGHTNESS = 10**6

Ceiling = list[list[int]]


def random_ceiling(rng: random.Random, n: int, most: int, broken: float = 0.0) -> Ceiling:
    """Brightness drawn evenly; each hook is out of order with the given probability."""
    return [[0 if rng.random() < broken else rng.randint(1, most) for _ in range(n)] for _ in range(n)]


def only_these(n: int, columns: list[int]) -> Ceiling:
    """All hooks are out of order but one a row."""
    return [[7 if c == column else 0 for c in range(1, n + 1)] for column in columns]


def far_on_a_diagonal(rng: random.Random) -> Ceiling:
    """The best plan has lights on a common diagonal, three or more rows apart."""
    ceiling = random_ceiling(rng, 7, 10)
    for row, column in enumerate([0, 2, 5, 3, 1, 6, 4]):
        ceiling[row][column] = 1_000
    return ceiling


def bound_does_not_help(rng: random.Random) -> Ceiling:
    """Brightness depends on the column alone: all plans are equally good, far below the bound."""
    return [rng.sample(range(1, MAX_BRIGHTNESS), 10)] * 10


def bright_but_spoilt(rng: random.Random) -> Ceiling:
    """The brightest hooks of neighbouring rows interfere."""
    ceiling = random_ceiling(rng, 8, 50)
    for row in range(8):
        ceiling[row][row] += 500
    return ceiling


CASES: dict[str, Callable[[random.Random], Ceiling]] = {
    "01-one-hook": lambda _: [[MAX_BRIGHTNESS]],
    "02-one-broken-hook": lambda _: [[0]],
    "03-three-rows": lambda _: [[9, 9, 9]] * 3,
    "04-only-plan-is-good": lambda _: only_these(5, [1, 3, 5, 2, 4]),
    "05-two-rows-apart": lambda _: only_these(6, [1, 5, 3, 6, 4, 2]),
    "06-only-plan-interferes": lambda _: only_these(6, [1, 4, 2, 3, 6, 5]),
    "07-far-on-a-diagonal": far_on_a_diagonal,
    "08-all-equal": lambda _: [[MAX_BRIGHTNESS] * 7] * 7,
    "09-random-broken": lambda rng: random_ceiling(rng, 8, 100, broken=0.5),
    "10-bright-but-spoilt": bright_but_spoilt,
    "11-random": lambda rng: random_ceiling(rng, 8, MAX_BRIGHTNESS),
    "12-largest-random": lambda rng: random_ceiling(rng, 10, MAX_BRIGHTNESS, broken=0.1),
    "13-bound-does-not-help": bound_does_not_help,
}


def written(ceiling: Ceiling) -> str:
    """The text of a test."""
    return "\n".join([str(len(ceiling)), *(" ".join(map(str, row)) for row in ceiling)]) + "\n"


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        text = written(make(random.Random(f"stage-lights {name}"))).encode()
        judged = subprocess.run([sys.executable, REFERENCE], input=text, stdout=subprocess.PIPE, check=True)
        (SECRET / f"{name}.in").write_bytes(text)
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
