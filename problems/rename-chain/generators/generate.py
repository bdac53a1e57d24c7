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
REFERENCE = PACKAGE / "submissions" / "accepted" / "patterns.py"
SECRET = PACKAGE / "data" / "secret"

LETTERS = "abcdefghijklmnopqrstuvwxyz"
MAX_N = 6_000

Renaming = tuple[str, str, list[str]]  # A, B and the approved names


def written(renaming: Renaming) -> str:
    """A test as the statement describes it."""
    begin, target, names = renaming
    return "\n".join([str(len(names)), f"{begin} {target}", *names]) + "\n"


def different(rng: random.Random, size: int, length: int, alphabet: str) -> list[str]:
    """Different random names, in random order."""
    names: dict[str, None] = {}
    while len(names) < size:
        names["".join(rng.choices(alphabet, k=length))] = None
    return list(names)


def random_names(rng: random.Random, size: int, length: int, alphabet: str) -> Renaming:
    """A and B are two of random names."""
    names = different(rng, size, length, alphabet)
    return names[0], names[1], rng.sample(names, size)


def with_last(renaming: Renaming, target: str) -> Renaming:
    """The same names on the way to another B."""
    return renaming[0], target, renaming[2]


def letter_by_letter(rng: random.Random) -> Renaming:
    """From aaaaaaaa to zzzzzzzz, one letter after the other, and no other way."""
    names = [LETTERS[i + 1] * k + LETTERS[i] * (8 - k) for i in range(25) for k in range(1, 9)]
    return "aaaaaaaa", "zzzzzzzz", rng.sample(names, len(names))


def swaps_only(rng: random.Random) -> Renaming:
    """All orders of six different letters: only swaps lead from one to another."""
    names: dict[str, None] = {"fedcba": None}
    while len(names) < 720:
        names["".join(rng.sample("abcdef", 6))] = None
    return "abcdef", "fedcba", rng.sample(list(names), 720)


def swap_far_apart(_: random.Random) -> Renaming:
    """The first and the last letter change places: no single step."""
    return "axxb", "bxxa", ["bxxa", "bxxb", "axxa", "xaxb", "cxxd"]


def detour(rng: random.Random) -> Renaming:
    """The short way leads through a name that is not approved."""
    long_way = ["baa", "bba", "bca", "cca", "cda", "dda", "dba", "dbb", "abb", "acb"]
    return "aaa", "aab", [*rng.sample(long_way, len(long_way)), "acc", "acd", "aab", "adb", "adc"]


CASES: dict[str, Callable[[random.Random], Renaming]] = {
    "01-one-name": lambda _: ("a", "b", ["b"]),
    "02-equal-and-not-approved": lambda _: ("same", "same", ["sane", "lame"]),
    "03-target-not-approved": lambda _: ("cat", "cot", ["cat", "bat", "bot", "cob"]),
    "04-swap-far-apart": swap_far_apart,
    "05-detour": detour,
    "06-letter-by-letter": letter_by_letter,
    "07-swaps-only": swaps_only,
    "08-two-letters": lambda rng: random_names(rng, 500, 2, LETTERS),
    "09-random-small": lambda rng: random_names(rng, 45, 4, "abc"),
    "10-random-medium": lambda rng: random_names(rng, 2_000, 8, "abc"),
    "11-sparse": lambda rng: random_names(rng, 1_400, 6, "abcd"),
    "12-unreachable": lambda rng: with_last(random_names(rng, 1_500, 7, "abc"), "zzzzzzz"),
    "13-largest-scattered": lambda rng: random_names(rng, MAX_N, 8, LETTERS),
    "14-largest-all-connected": lambda rng: with_last(random_names(rng, MAX_N, 8, "abc"), "zzzzzzzz"),
}


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        text = written(make(random.Random(f"rename-chain {name}")))
        judged = subprocess.run(
            [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
        )
        (SECRET / f"{name}.in").write_bytes(text.encode())
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
