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
REFERENCE = PACKAGE / "submissions" / "accepted" / "sorted_letters.py"
SECRET = PACKAGE / "data" / "secret"

MAX_N = 20_000
LOWER = "abcdefghijklmnopqrstuvwxyz"


def word(rng: random.Random, length: int, letters: str = LOWER) -> str:
    """A word of the given letters."""
    return "".join(rng.choices(letters, k=length))


def shuffled(rng: random.Random, letters: str) -> str:
    """The same letters in another order."""
    return "".join(rng.sample(letters, len(letters)))


def random_words(rng: random.Random, n: int, longest: int, letters: str) -> list[str]:
    """Words of 1 to `longest` letters."""
    return [word(rng, rng.randint(1, longest), letters) for _ in range(n)]


def one_word_many_times(rng: random.Random) -> list[str]:
    """The most frequent words are always the same; the best kit is rare."""
    words = ["silent"] * 200 + ["listen"] * 200 + ["stone", "notes", "onset"]
    rng.shuffle(words)
    return words


def same_letters_other_counts(rng: random.Random) -> list[str]:
    """Many words of the letters a and b alone; those of one kit hold them equally often."""
    words = [shuffled(rng, "a" * count + "b" * (8 - count)) for count in range(1, 8) for _ in range(12)]
    return [*words, "ccd", "cdc"]


def all_tied(rng: random.Random) -> list[str]:
    """Every kit prints two words; the first one in alphabetical order comes last in the list."""
    kits = sorted({"".join(sorted(word(rng, 9, "bcdefgh"))) for _ in range(150)})
    rng.shuffle(kits)
    words = [each for letters in kits for each in (letters, letters[::-1])]
    return [*words, "zab", "abz"]


def tie_by_prefix(_: random.Random) -> list[str]:
    """The least words of equally large kits are prefixes of each other."""
    return ["abca", "baca", "bac", "abc", "abcd", "bacd", "ba", "ab"]


def one_kit(rng: random.Random) -> list[str]:
    """Nearly all words belong to one kit."""
    return [shuffled(rng, "aabcdefgh") for _ in range(9_000)] + random_words(rng, 1_000, 9, LOWER)


def all_kits_differ(rng: random.Random) -> list[str]:
    """As many kits as words, as far as can be: the worst for looking through a list of kits."""
    return [word(rng, 12) for _ in range(MAX_N)]


CASES: dict[str, Callable[[random.Random], list[str]]] = {
    "01-one-word": lambda _: ["a"],
    "02-one-word-twice": lambda _: ["zz", "zz"],
    "03-one-letter-words": lambda _: ["c", "b", "b", "d", "c"],
    "04-one-word-many-times": one_word_many_times,
    "05-same-letters-other-counts": same_letters_other_counts,
    "06-all-tied": all_tied,
    "07-tie-by-prefix": tie_by_prefix,
    "08-random-small": lambda rng: random_words(rng, 40, 4, "abc"),
    "09-random-medium": lambda rng: random_words(rng, 2_500, 6, "abcde"),
    "10-longest-words": lambda rng: [shuffled(rng, "abcabcabcdef") for _ in range(2_000)],
    "11-one-kit": one_kit,
    "12-few-letters": lambda rng: random_words(rng, MAX_N, 8, "abcdef"),
    "13-all-kits-differ": all_kits_differ,
}


def written(words: list[str]) -> str:
    """The text of a test."""
    return "\n".join([str(len(words)), *words]) + "\n"


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        text = written(make(random.Random(f"stamp-kit {name}"))).encode()
        judged = subprocess.run([sys.executable, REFERENCE], input=text, stdout=subprocess.PIPE, check=True)
        (SECRET / f"{name}.in").write_bytes(text)
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
