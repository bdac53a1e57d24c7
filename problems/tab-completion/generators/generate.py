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
REFERENCE = PACKAGE / "submissions" / "accepted" / "trie.py"
SECRET = PACKAGE / "data" / "secret"

LETTERS = "abcdefghijklmnopqrstuvwxyz"
MAX_Q = 50_000

Operations = list[str]


def word(rng: random.Random, alphabet: str, length: int) -> str:
    """A random word of the given length."""
    return "".join(rng.choices(alphabet, k=length))


def beginning(rng: random.Random, text: str) -> str:
    """A prefix of a word; the word itself at times."""
    return text[: rng.randint(1, len(text))]


def random_operations(rng: random.Random, q: int, alphabet: str, longest: int) -> Operations:
    """A mixture of all operations; a small alphabet makes words meet often."""
    known = [word(rng, alphabet, rng.randint(1, longest)) for _ in range(max(3, q // 8))]
    operations = []
    for _ in range(q):
        sign = rng.choice("+++--???")
        text = rng.choice(known) if rng.random() < 0.8 else word(rng, alphabet, rng.randint(1, longest))
        operations.append(f"{sign} {beginning(rng, text) if sign == '?' else text}")
    return [*operations, f"? {alphabet[0]}"]


def chain(rng: random.Random) -> Operations:
    """Commands a, aa, aaa and so on, each the beginning of the next, added and removed from both ends."""
    words = ["a" * length for length in range(1, 21)]
    operations = [f"+ {text}" for text in words] + [f"? {text}" for text in words]
    for text in [*words[:8], *reversed(words[14:])]:
        operations += [f"- {text}", "? a", f"? {text}"]
    for text in rng.sample(words, 20):
        operations += [f"- {text}", "? a", f"+ {text}", "? aaaa", f"- {text}"]
    return operations


def many_copies(rng: random.Random) -> Operations:
    """Few commands, each in the collection many times and removed more often than added."""
    words = ["go", "gofmt", "gopls", "g", "gofix"]
    operations = []
    for _ in range(400):
        operations += [f"+ {rng.choice(words)}" for _ in range(rng.randint(0, 4))]
        operations += [f"- {rng.choice(words)}" for _ in range(rng.randint(0, 4))]
        operations.append(f"? {beginning(rng, rng.choice(words))}")
    return operations


def removed_branches(rng: random.Random) -> Operations:
    """A completion becomes longer as the branches beside it disappear."""
    trunk = "abcdefghijklmnopqrst"
    branches = [trunk[:length] + "z" for length in range(1, 19)]
    operations = [f"+ {trunk}", *(f"+ {text}" for text in branches), "? a"]
    for text in rng.sample(branches, len(branches)):
        operations += [f"- {text}", "? a", f"? {text}", f"- {text}", f"? {trunk[:5]}"]
    return [*operations, f"- {trunk}", "? a", f"+ {trunk}", "? a"]


def absent_removals(rng: random.Random) -> Operations:
    """Tries to remove prefixes and extensions of commands, which are no commands themselves."""
    operations = []
    for _ in range(150):
        text = word(rng, "ab", rng.randint(2, 12))
        operations += [f"+ {text}", f"- {beginning(rng, text[:-1])}", f"- {text}x"]
        operations += [f"? {text[0]}", f"? {text}"]
    return operations


def largest_family(rng: random.Random) -> Operations:
    """As many commands as questions, all with the same first letters, so that every comparison is long."""
    family = "kube"
    words = [family + word(rng, "abcdef", rng.randint(4, 7)) for _ in range(MAX_Q // 2)]
    questions = [f"? {text[: rng.randint(7, len(text))]}" for text in rng.choices(words, k=MAX_Q // 2)]
    return [f"+ {text}" for text in words] + questions


def largest_words(rng: random.Random) -> Operations:
    """The longest words: the largest trie."""
    words = [word(rng, LETTERS, 20) for _ in range(19_000)]
    return [f"+ {text}" for text in words] + [f"? {rng.choice(words)}" for _ in range(5_900)]


CASES: dict[str, Callable[[random.Random], Operations]] = {
    "01-empty": lambda _: ["? a"],
    "02-remove-from-empty": lambda _: ["- a", "? a", "+ a", "? a", "- a", "- a", "? a", "+ a", "? a"],
    "03-one-letter-words": lambda rng: random_operations(rng, 300, LETTERS[:5], 1),
    "04-chain": chain,
    "05-many-copies": many_copies,
    "06-removed-branches": removed_branches,
    "07-absent-removals": absent_removals,
    "08-random-small": lambda rng: random_operations(rng, 80, "ab", 4),
    "09-random-two-letters": lambda rng: random_operations(rng, 3_000, "xy", 12),
    "10-random-medium": lambda rng: random_operations(rng, 8_000, "nop", 20),
    "11-largest-mixture": lambda rng: random_operations(rng, MAX_Q - 1, "abcdefg", 7),
    "12-largest-words": largest_words,
    "13-largest-family": largest_family,
}


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for case, make in CASES.items():
        operations = make(random.Random(f"tab-completion {case}"))
        text = "\n".join([str(len(operations)), *operations]) + "\n"
        answer = subprocess.run(
            [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
        ).stdout
        (SECRET / f"{case}.in").write_bytes(text.encode())
        (SECRET / f"{case}.ans").write_bytes(answer)


main()
