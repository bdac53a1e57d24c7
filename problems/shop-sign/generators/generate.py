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

MAX_LENGTH = 800
MAX_PRICE = 1_000
CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
TURNING = "bqdpmwnu69"

Sign = tuple[str, str, tuple[int, int, int, int]]  # old text, new text, prices


def text(rng: random.Random, length: int, characters: str = CHARACTERS) -> str:
    """A text of the given characters."""
    return "".join(rng.choices(characters, k=length))


def edited(rng: random.Random, old: str, changes: int, characters: str = CHARACTERS) -> str:
    """The text after some random jobs, at most as long as is allowed."""
    new = list(old)
    for _ in range(changes):
        place = rng.randrange(len(new))
        match rng.randrange(3):
            case 0 if len(new) > 1:
                del new[place]
            case 1 if len(new) < MAX_LENGTH:
                new.insert(place, rng.choice(characters))
            case _:
                new[place] = rng.choice(characters)
    return "".join(new)


def turned(old: str) -> str:
    """Every character of the five pairs turned."""
    return old.translate(str.maketrans("bqdpmwnu69", "qbpdwmun96"))


def similar(rng: random.Random, length: int, changes: int, prices: tuple[int, int, int, int]) -> Sign:
    """The new text is an edited old one."""
    old = text(rng, length)
    return old, edited(rng, old, changes), prices


def turning_only(rng: random.Random, prices: tuple[int, int, int, int]) -> Sign:
    """Texts of turning characters alone, the new one turned and a little edited."""
    old = text(rng, 60, TURNING)
    return old, edited(rng, turned(old), 8, TURNING), prices


CASES: dict[str, Callable[[random.Random], Sign]] = {
    "01-one-character-equal": lambda _: ("a", "a", (1, 1, 1, 1)),
    "02-one-character-turned": lambda _: ("9", "6", (3, 3, 3, 2)),
    "03-nothing-in-common": lambda _: ("aaaa", "zzzzzzz", (10, 7, 16, 1)),
    "04-each-pair-both-ways": lambda _: ("bqdpmwnu69", "qbpdwmun96", (50, 50, 40, 3)),
    "05-turning-is-dear": lambda rng: turning_only(rng, (20, 20, 9, 30)),
    "06-turning-is-cheap": lambda rng: turning_only(rng, (20, 20, 9, 2)),
    "07-only-attach": lambda _: ("ace", "xaxxcxexxx", (4, 1_000, 1_000, 1_000)),
    "08-only-remove": lambda _: ("nm6xnum9", "n9", (1_000, 3, 1_000, 1_000)),
    "09-shifted": lambda _: ("q" + "noodles42" * 6, "noodles42" * 6 + "b", (6, 5, 8, 4)),
    "10-random-small": lambda rng: (text(rng, 9, "bqn6"), text(rng, 7, "bqu9"), (4, 3, 5, 2)),
    "11-similar": lambda rng: similar(rng, 300, 60, (7, 5, 9, 3)),
    "12-largest-price": lambda _: (
        "a" * MAX_LENGTH,
        "b" * MAX_LENGTH,
        (MAX_PRICE, MAX_PRICE, MAX_PRICE, MAX_PRICE),
    ),
    "13-largest-random": lambda rng: (
        text(rng, MAX_LENGTH, TURNING),
        text(rng, MAX_LENGTH, TURNING),
        (300, 280, 410, 120),
    ),
    "14-largest-lengths-differ": lambda rng: (text(rng, MAX_LENGTH), text(rng, 500), (90, 110, 150, 60)),
}


def written(sign: Sign) -> str:
    """The text of a test."""
    old, new, prices = sign
    return f"{old}\n{new}\n{' '.join(map(str, prices))}\n"


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        text = written(make(random.Random(f"shop-sign {name}"))).encode()
        judged = subprocess.run([sys.executable, REFERENCE], input=text, stdout=subprocess.PIPE, check=True)
        (SECRET / f"{name}.in").write_bytes(text)
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
