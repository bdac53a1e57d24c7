"""Writes data/secret anew, the same bytes every time.

Each test draws from its own generator, seeded by its name, so that adding a
test changes no other. The answers come from the reference solution.
"""

import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
REFERENCE = PACKAGE / "submissions" / "accepted" / "people_sets.py"
SECRET = PACKAGE / "data" / "secret"

LOWER = "abcdefghijklmnopqrstuvwxyz"
DIGITS = "0123456789"
MAX_N = 50_000

Log = tuple[int, list[tuple[str, str]]]  # K and the records


def token(rng: random.Random, alphabet: str, length: int) -> str:
    """A random word of the given length."""
    return "".join(rng.choices(alphabet, k=length))


def any_case(rng: random.Random, word: str) -> str:
    """The word with each letter in upper or lower case at random."""
    return "".join(rng.choice((c.lower(), c.upper())) for c in word)


def vocabulary(rng: random.Random, size: int, length: int, alphabet: str = LOWER + DIGITS) -> list[str]:
    """Different lower-case keywords, in random order."""
    words: dict[str, None] = {}
    while len(words) < size:
        words[token(rng, alphabet, length)] = None
    return list(words)


def random_log(rng: random.Random, n: int, k: int, users: int, words: Sequence[str]) -> Log:
    """Users search for words; early words of the list are more popular."""
    weights = [1 / (rank + 1) for rank in range(len(words))]
    chosen = rng.choices(words, weights=weights, k=n)
    return k, [(f"u{rng.randrange(users)}", any_case(rng, word)) for word in chosen]


def one_user_many_times(rng: random.Random) -> Log:
    """One keyword gets most searches by one user, another by two users wins."""
    records = [("fan", any_case(rng, "limited")) for _ in range(300)]
    records += [("a", "socks"), ("b", "socks")]
    rng.shuffle(records)
    return 2, records


def case_variants(rng: random.Random) -> Log:
    """Every user types each keyword in many ways; real counts differ by one."""
    records = [
        (f"user{user}", any_case(rng, word))
        for people, word in enumerate(["laptop", "tablet", "phone", "watch", "camera"], start=3)
        for user in range(people)
        for _ in range(6)
    ]
    rng.shuffle(records)
    return 5, records


def all_tied(rng: random.Random) -> Log:
    """All keywords have as many users; prefixes and digits decide the order."""
    words = ["a", "aa", "aaa", "ab", "b", "a1", "a10", "a2", "0", "00", "10", "9", "z", "z9", "za"]
    records = [(f"u{user}", any_case(rng, word)) for word in words for user in range(4)]
    rng.shuffle(records)
    return 100, records


def tie_at_the_cut(rng: random.Random) -> Log:
    """The K-th and the next keywords are tied."""
    words = vocabulary(rng, 200, 5)
    records = [(f"u{user}", word) for word in words for user in range(2)]
    rng.shuffle(records)
    return 100, records


def id_and_word_run_together(_: random.Random) -> Log:
    """Pairs that look alike if id and keyword are joined without a separator."""
    return 10, [("ab", "c"), ("a", "bc"), ("abc", "c"), ("a", "c"), ("ab", "cc"), ("abc", "C")]


def all_pairs_differ(rng: random.Random) -> Log:
    """The largest log, and no pair comes twice: the worst for scanning a list."""
    words = vocabulary(rng, 500, 12)
    pairs = [(f"u{user}", word) for user in range(100) for word in words]
    rng.shuffle(pairs)
    return 100, pairs


def longest_tokens(rng: random.Random) -> Log:
    """Ids and keywords of the greatest length."""
    users = [token(rng, LOWER + DIGITS, 10) for _ in range(40)]
    words = vocabulary(rng, 300, 20)
    return 50, [(rng.choice(users), any_case(rng, rng.choice(words))) for _ in range(10_000)]


CASES: dict[str, Callable[[random.Random], Log]] = {
    "01-one-record": lambda _: (1, [("a", "Z")]),
    "02-k-larger-than-words": lambda _: (100, [("x", "one"), ("y", "two"), ("x", "ONE")]),
    "03-one-user-many-times": one_user_many_times,
    "04-case-variants": case_variants,
    "05-all-tied": all_tied,
    "06-tie-at-the-cut": tie_at_the_cut,
    "07-id-and-word-run-together": id_and_word_run_together,
    "08-random-small": lambda rng: random_log(rng, 200, 5, 6, vocabulary(rng, 12, 3)),
    "09-random-medium": lambda rng: random_log(rng, 3_000, 30, 100, vocabulary(rng, 200, 6)),
    "10-longest-tokens": longest_tokens,
    "11-one-keyword": lambda rng: (1, [(f"{u}", any_case(rng, "sale")) for u in range(8_000)]),
    "12-largest-popular": lambda rng: random_log(rng, MAX_N, 100, 3_000, vocabulary(rng, 2_000, 8)),
    "13-largest-all-pairs-differ": all_pairs_differ,
}


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        k, records = make(random.Random(f"search-trends {name}"))
        lines = [f"{len(records)} {k}", *(f"{user} {word}" for user, word in records)]
        text = "\n".join(lines) + "\n"
        judged = subprocess.run(
            [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
        )
        (SECRET / f"{name}.in").write_bytes(text.encode())
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
