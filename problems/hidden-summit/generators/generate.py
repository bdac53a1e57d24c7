"""Writes data/secret anew, the same bytes every time.

Each test draws from its own generator, seeded by its name, so that adding a
test changes no other. An answer file holds the summit.
"""

import random
from collections.abc import Callable
from pathlib import Path

SECRET = Path(__file__).resolve().parent.parent / "data" / "secret"

MAX_N, MAX_HEIGHT = 10_000_000, 1_000_000_000

Trail = tuple[int, int, int, int, int, int]  # N, summit, steepness before and after it, its height, seed


def trail(rng: random.Random, n: int, summit: int) -> Trail:
    """As steep as the limits of height allow, or less."""
    top = rng.randint(-MAX_HEIGHT // 100, MAX_HEIGHT)
    room = top + MAX_HEIGHT
    before = rng.randint(1, max(1, room // max(1, summit - 1) // 2))
    after = rng.randint(1, max(1, room // max(1, n - summit) // 2))
    return n, summit, before, after, top, rng.randrange(2**32)


def anywhere(rng: random.Random, n: int) -> Trail:
    """A summit drawn at random."""
    return trail(rng, n, rng.randint(1, n))


def uneven(rng: random.Random) -> Trail:
    """Flat before the summit and steep after it: how far heights differ tells nothing about its place."""
    n, summit = MAX_N, 6_180_339
    return n, summit, 1, 500, MAX_HEIGHT, rng.randrange(2**32)


def under_water(rng: random.Random) -> Trail:
    """All heights are negative."""
    n, summit = 2_000_000, 1_234_567
    return n, summit, 3, 7, -900_000_000, rng.randrange(2**32)


CASES: dict[str, Callable[[random.Random], Trail]] = {
    "01-single": lambda _: (1, 1, 1, 1, 0, 0),
    "02-two-down": lambda _: (2, 1, 1, 1, 0, 0),
    "03-two-up": lambda _: (2, 2, 5, 5, -3, 1),
    "04-three-middle": lambda rng: trail(rng, 3, 2),
    "05-hundred": lambda rng: trail(rng, 100, 87),
    "06-first-is-summit": lambda rng: trail(rng, 1_000_000, 1),
    "07-last-is-summit": lambda rng: trail(rng, 1_000_000, 1_000_000),
    "08-power-of-two": lambda rng: trail(rng, 2**23, 2**22 + 1),
    "09-under-water": under_water,
    "10-largest-first": lambda rng: trail(rng, MAX_N, 1),
    "11-largest-last": lambda rng: trail(rng, MAX_N, MAX_N),
    "12-largest-second": lambda rng: trail(rng, MAX_N, 2),
    "13-largest-uneven": uneven,
    "14-largest-random": lambda rng: anywhere(rng, MAX_N),
    "15-largest-random": lambda rng: anywhere(rng, MAX_N),
}


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for case, make in CASES.items():
        numbers = make(random.Random(f"hidden-summit {case}"))
        (SECRET / f"{case}.in").write_text(" ".join(map(str, numbers)) + "\n", encoding="ascii")
        (SECRET / f"{case}.ans").write_text(f"{numbers[1]}\n", encoding="ascii")


main()
