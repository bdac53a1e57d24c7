"""Writes data/secret anew, the same bytes every time.

Each test draws from its own generator, seeded by its name, so that adding a
test changes no other. The answers come from the reference solution.
"""

import random
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
REFERENCE = PACKAGE / "submissions" / "accepted" / "stack.py"
SECRET = PACKAGE / "data" / "secret"

PARTNER = {"(": ")", "[": "]", "{": "}"}
NAMES = ["i", "sum", "list", "value", "total", "x1", "print", "size", "if", "return"]
GLUE = [" ", ", ", "; ", " + ", " = ", ".", ""]
STRINGS = ['""', '":)"', '"a[0]"', '"}{"', '" ( "', '"it\'s"', '"((["']
MAX_CHARACTERS = 200_000

Code = list[str]


def balanced(rng: random.Random, brackets: int) -> str:
    """Random code on one line with that many well matched pairs of brackets."""
    parts: list[str] = []
    unclosed: list[str] = []
    left = brackets
    while left or unclosed:
        if left and (not unclosed or rng.random() < 0.5):
            unclosed.append(rng.choice("([{"))
            parts.append(unclosed[-1])
            left -= 1
        else:
            parts.append(PARTNER[unclosed.pop()])
        if rng.random() < 0.4:
            parts.append(rng.choice(NAMES) + rng.choice(GLUE))
        if rng.random() < 0.1:
            parts.append(rng.choice(STRINGS))
    return "".join(parts)


def broken_into_lines(rng: random.Random, code: str, lines: int) -> Code:
    """The code cut at random places outside strings, with indents and empty lines."""
    outside = [place for place in range(len(code)) if code.count('"', 0, place) % 2 == 0]
    cuts = [0, *sorted(rng.choices(outside, k=lines - 1)), len(code)]
    return [" " * rng.choice((0, 0, 2, 4)) + code[start:end] for start, end in pairwise(cuts)]


def replaced(rng: random.Random, code: str, characters: str, by: str) -> str:
    """The code with one of the given characters, outside strings, replaced by another."""
    places = [i for i, c in enumerate(code) if c in characters and code.count('"', 0, i) % 2 == 0]
    place = rng.choice(places)
    return code[:place] + rng.choice(by.replace(code[place], "") or [""]) + code[place + 1 :]


def wrong_kind(rng: random.Random) -> Code:
    """One closing bracket is of the wrong kind."""
    return broken_into_lines(rng, replaced(rng, balanced(rng, 200), ")]}", ")]}"), 40)


def one_never_closed(rng: random.Random) -> Code:
    """Brackets left open at several depths and a complete part after them."""
    code = "".join(balanced(rng, 20) + rng.choice("([{") for _ in range(6)) + balanced(rng, 20)
    return broken_into_lines(rng, code, 30)


def closing_too_many(rng: random.Random) -> Code:
    """Everything matches, then one closing bracket is left over on the last line."""
    return [*broken_into_lines(rng, balanced(rng, 100), 20), "", "   ]"]


def random_brackets(rng: random.Random) -> Code:
    """Balanced code in many lines with a string full of brackets in each."""
    return [balanced(rng, 3) + ' "' + "".join(rng.choices("()[]{} ", k=8)) + '"' for _ in range(500)]


def deep(rng: random.Random, depth: int) -> str:
    """Brackets of random kinds, all opened and then all closed."""
    opening = rng.choices("([{", k=depth)
    return "".join(opening) + "".join(PARTNER[c] for c in reversed(opening))


def deep_but_last_wrong(rng: random.Random) -> Code:
    """The outermost bracket is closed by the wrong kind, at the very last column."""
    code = deep(rng, MAX_CHARACTERS // 2)
    return [code[:-1] + ("]" if code[0] != "[" else ")")]


def longest_random(rng: random.Random) -> Code:
    """Many balanced pieces, as many characters as allowed, in as many lines."""
    lines: Code = []
    left = MAX_CHARACTERS
    while len(lines) < 10_000 and left > 0:
        line = balanced(rng, rng.randrange(4))[:left]
        line = line if line.count('"') % 2 == 0 else ""
        lines.append(line)
        left -= len(line)
    return lines


CASES: dict[str, Callable[[random.Random], Code]] = {
    "01-empty-line": lambda _: [""],
    "02-one-opening": lambda _: ["{"],
    "03-one-closing": lambda _: [" )"],
    "04-interleaved": lambda _: ["([)]"],
    "05-only-strings": lambda _: ['"(" "]" ""', '")))"'],
    "06-left-open-twice": lambda _: ["", "  a(b", "", "c[", "d] {", "}{"],
    "07-error-before-left-open": lambda _: ["{ (", "} ]", ")"],
    "08-adjacent-strings": lambda _: ['f("" "(" "")', '  "" ) ""'],
    "09-wrong-kind": wrong_kind,
    "10-never-closed": one_never_closed,
    "11-closing-too-many": closing_too_many,
    "12-strings-full-of-brackets": random_brackets,
    "13-all-opened": lambda rng: ["x" * 50, "".join(rng.choices("([{", k=30_000))],
    "14-empty-lines-then-error": lambda _: [""] * 9_999 + ["}"],
    "15-side-by-side": lambda _: ["()[]{}" * 10_000],
    "16-longest-random": longest_random,
    "17-deepest": lambda rng: [deep(rng, MAX_CHARACTERS // 2)],
    "18-deepest-last-wrong": deep_but_last_wrong,
}


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        code = make(random.Random(f"bracket-linter {name}"))
        text = "\n".join([str(len(code)), *code]) + "\n"
        judged = subprocess.run(
            [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
        )
        (SECRET / f"{name}.in").write_bytes(text.encode())
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
