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
REFERENCE = PACKAGE / "submissions" / "accepted" / "two_stacks.py"
SECRET = PACKAGE / "data" / "secret"

MAX_LENGTH = 100_000
MAX_NUMBER = 999_999_999

Task = tuple[str, str]  # the switch, the expression


def written(task: Task) -> str:
    """A test as the statement describes it."""
    return f"{task[0]}\n{task[1]}\n"


def switch(rng: random.Random) -> str:
    """A random position of the switch."""
    return "".join(rng.sample("+-*", 3))


def flat(rng: random.Random, operands: list[str], operators: str = "+-*") -> str:
    """The operands with random operators between them."""
    pieces = [operands[0]]
    for operand in operands[1:]:
        pieces += [rng.choice(operators), operand]
    return "".join(pieces)


def numbers(rng: random.Random, count: int, most: int) -> list[str]:
    """Random numbers from 0 to `most`."""
    return [str(rng.randint(0, most)) for _ in range(count)]


def random_task(rng: random.Random, count: int, most: int) -> Task:
    """Numbers joined in random groups, groups in parentheses, until one expression is left."""
    pieces = numbers(rng, count, most)
    while len(pieces) > 1:
        joined: list[str] = []
        place = 0
        while place < len(pieces):
            size = rng.randint(1, 5)
            group = flat(rng, pieces[place : place + size])
            joined.append(f"({group})" if len(pieces) > 5 and rng.random() < 0.8 else group)
            place += size
        pieces = joined
    return switch(rng), pieces[0]


def nested_left(rng: random.Random, depth: int) -> Task:
    """Parentheses that open together at the beginning."""
    rest = "".join(f"{rng.choice('+-*')}{rng.randint(0, 9)})" for _ in range(depth))
    return switch(rng), "(" * depth + "7" + rest


def nested_right(rng: random.Random, depth: int) -> Task:
    """Parentheses that close together at the end."""
    begin = "".join(f"{rng.randint(0, 9)}{rng.choice('+-*')}(" for _ in range(depth))
    return switch(rng), begin + "7" + ")" * depth


def longest_flat(rng: random.Random, order: str) -> Task:
    """Single digits without parentheses, as many as possible."""
    return order, flat(rng, numbers(rng, MAX_LENGTH // 2, 9))


CASES: dict[str, Callable[[random.Random], Task]] = {
    "01-one-number": lambda _: ("+*-", str(MAX_NUMBER)),
    "02-number-in-parentheses": lambda _: ("*+-", "((((0))))"),
    "03-equal-operators": lambda _: ("-*+", "1-2-3-4-5"),
    "04-all-switches-differ": lambda _: ("+-*", "9-2+3*4-5+6*7-8-1"),
    "05-zero-as-result": lambda _: ("*+-", "999999999*999999999-999999999*999999999"),
    "06-product-of-differences": lambda _: ("-*+", "1-2*(3-9)*5-7*(0-999999999)*999999999"),
    "07-flat-small": lambda rng: (switch(rng), flat(rng, numbers(rng, 30, 9))),
    "08-minus-only": lambda rng: (switch(rng), flat(rng, numbers(rng, 200, MAX_NUMBER), "-")),
    "09-random-small": lambda rng: random_task(rng, 40, 20),
    "10-random-medium": lambda rng: random_task(rng, 600, MAX_NUMBER),
    "11-nested-left": lambda rng: nested_left(rng, 12_000),
    "12-nested-right": lambda rng: nested_right(rng, 12_000),
    "13-largest-numbers": lambda rng: random_task(rng, 7_500, MAX_NUMBER),
    "14-longest-flat": lambda rng: longest_flat(rng, "-+*"),
}


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        text = written(make(random.Random(f"odd-calculator {name}")))
        judged = subprocess.run(
            [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
        )
        (SECRET / f"{name}.in").write_bytes(text.encode())
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
