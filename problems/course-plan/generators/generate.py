"""Writes data/secret and the tests of the two validators anew, the same bytes every time.

Each test draws from its own generator, seeded by its name, so that adding a
test changes no other. The answers come from the reference solution.
"""

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
REFERENCE = PACKAGE / "submissions" / "accepted" / "kahn.py"
DATA = PACKAGE / "data"

MAX_N = 30_000
MAX_M = 60_000

Courses = tuple[int, list[tuple[int, int]]]  # N and the prerequisites


def renumbered(rng: random.Random, courses: Courses) -> Courses:
    """The same courses under random numbers, their prerequisites in random order."""
    n, prerequisites = courses
    number = rng.sample(range(1, n + 1), n)
    mixed = [(number[a - 1], number[b - 1]) for a, b in prerequisites]
    rng.shuffle(mixed)
    return n, mixed


def possible(rng: random.Random, n: int, m: int) -> Courses:
    """Random prerequisites that point from smaller to greater places in a hidden order."""
    pairs = [sorted(rng.sample(range(1, n + 1), 2)) for _ in range(m)]
    return renumbered(rng, (n, [(a, b) for a, b in pairs]))


def with_circle(rng: random.Random, n: int, m: int, length: int) -> Courses:
    """Possible prerequisites and, from the middle on, one circle; it has courses before and behind it."""
    first = (n - length) // 2
    ring = [(first + i + 1, first + (i + 1) % length + 1) for i in range(length)]
    pairs = [sorted(rng.sample(range(1, n + 1), 2)) for _ in range(m - length)]
    inside = range(first + 1, first + length + 1)
    # Chords inside the circle would make shorter ones.
    outside = [(a, b) for a, b in pairs if a not in inside or b not in inside]
    return renumbered(rng, (n, ring + outside))


def two_circles(_: random.Random) -> Courses:
    """Two circles, a bridge between them, and tails on both sides."""
    return 10, [(1, 2), (2, 3), (3, 4), (4, 2), (4, 5), (5, 6), (6, 7), (7, 8), (8, 6), (8, 9), (9, 10)]


def only_behind_the_circle(_: random.Random) -> Courses:
    """A circle of two whose many followers are left over as well."""
    return 50, [(30, 40), (40, 30)] + [(40, i) for i in range(1, 30)] + [(i, i + 1) for i in range(1, 28)]


def chain(n: int) -> Courses:
    """Each course needs the next one: the only plan counts down."""
    return n, [(i + 1, i) for i in range(1, n)]


def one_big_circle(rng: random.Random) -> Courses:
    """All courses in a single circle."""
    return renumbered(rng, (MAX_N, [(i, i % MAX_N + 1) for i in range(1, MAX_N + 1)]))


CASES: dict[str, Callable[[random.Random], Courses]] = {
    "01-one-course": lambda _: (1, []),
    "02-no-prerequisites": lambda _: (7, []),
    "03-two-courses": lambda _: (2, [(2, 1)]),
    "04-smallest-circle": lambda _: (2, [(2, 1), (1, 2)]),
    "05-repeated-prerequisites": lambda _: (3, [(3, 2), (3, 2), (2, 1), (3, 2), (3, 1), (2, 1)]),
    "06-repeated-in-a-circle": lambda _: (4, [(1, 2), (2, 3), (3, 1), (2, 3), (1, 2), (1, 4)]),
    "07-two-circles": two_circles,
    "08-only-behind-the-circle": only_behind_the_circle,
    "09-random-possible": lambda rng: possible(rng, 60, 200),
    "10-random-circle-of-three": lambda rng: with_circle(rng, 200, 400, 3),
    "11-random-dense": lambda rng: possible(rng, 300, 20_000),
    "12-long-circle": lambda rng: with_circle(rng, 5_000, 8_000, 2_000),
    "13-one-big-circle": one_big_circle,
    "14-largest-possible": lambda rng: possible(rng, MAX_N, MAX_M),
    "15-circle-of-five": lambda rng: with_circle(rng, 6_000, 12_000, 5),
    "16-longest-chain": lambda _: chain(MAX_N),
}

PLAN_INPUT = "4 3\n1 2\n2 3\n2 3\n"
CIRCLE_INPUT = "5 6\n1 2\n2 3\n3 4\n4 2\n3 2\n4 5\n"
VALID_OUTPUTS: dict[str, tuple[str, bytes]] = {
    "plan-with-free-course-first": (PLAN_INPUT, b"YES\n4 1 2 3\n"),
    "plan-without-line-break": (PLAN_INPUT, b"yes 1 2 3 4"),
    "circle-of-two": (CIRCLE_INPUT, b"NO\n2\n2 3\n"),
    "circle-of-three": (CIRCLE_INPUT, b"NO\n3\n4 2 3\n"),
}
INVALID_OUTPUTS: dict[str, tuple[str, bytes]] = {
    "empty": (PLAN_INPUT, b""),
    "verdict-alone": (PLAN_INPUT, b"YES\n"),
    "unknown-verdict": (PLAN_INPUT, b"MAYBE\n1 2 3 4\n"),
    "no-without-circle": (PLAN_INPUT, b"NO\n2\n1 2\n"),
    "wrong-order": (PLAN_INPUT, b"YES\n1 3 2 4\n"),
    "course-twice": (PLAN_INPUT, b"YES\n1 2 3 3\n"),
    "course-missing": (PLAN_INPUT, b"YES\n1 2 3\n"),
    "text-after-plan": (PLAN_INPUT, b"YES\n1 2 3 4\ndone\n"),
    "course-zero": (PLAN_INPUT, b"YES\n0 1 2 3\n"),
    "negative-course": (PLAN_INPUT, b"YES\n-1 1 2 3\n"),
    "very-long-number": (PLAN_INPUT, b"YES\n1 2 3 " + b"4" * 5_000 + b"\n"),
    "other-digits": (PLAN_INPUT, "YES\n1 2 3 ٤\n".encode()),
    "not-utf-8": (PLAN_INPUT, b"\xff\xfe\x00YES\n1 2 3 4\n"),
    "hangul": (PLAN_INPUT, "네\n1 2 3 4\n".encode()),
    "yes-with-circle": (CIRCLE_INPUT, b"YES\n1 2 3 4 5\n"),
    "circle-backwards": (CIRCLE_INPUT, b"NO\n3\n4 3 2\n"),
    "circle-with-tail": (CIRCLE_INPUT, b"NO\n4\n1 2 3 4\n"),
    "circle-of-one": (CIRCLE_INPUT, b"NO\n1\n2\n"),
    "circle-walked-twice": (CIRCLE_INPUT, b"NO\n4\n2 3 2 3\n"),
    "circle-of-wrong-length": (CIRCLE_INPUT, b"NO\n3\n2 3\n"),
    "circle-of-length-zero": (CIRCLE_INPUT, b"NO\n0\n"),
    "length-missing": (CIRCLE_INPUT, b"NO\n"),
}
INVALID_INPUTS: dict[str, str] = {
    "own-prerequisite": "2 1\n1 1\n",
    "unknown-course": "2 1\n1 3\n",
    "line-missing": "3 2\n1 2\n",
    "line-too-many": "3 1\n1 2\n2 3\n",
    "leading-zero": "3 1\n01 2\n",
    "trailing-space": "3 1\n1 2 \n",
    "no-line-break-at-the-end": "3 1\n1 2",
    "too-many-courses": "30001 0\n",
}


def answer(text: str) -> bytes:
    """The reference solution's output for an input."""
    return subprocess.run(
        [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
    ).stdout


def main() -> None:
    """Replaces every test but the samples."""
    for folder in ("secret", "valid_output", "invalid_output", "invalid_input"):
        for stale in (DATA / folder).iterdir():
            stale.unlink()

    for name, make in CASES.items():
        n, prerequisites = make(random.Random(f"course-plan {name}"))
        lines = [f"{n} {len(prerequisites)}", *(f"{a} {b}" for a, b in prerequisites)]
        text = "\n".join(lines) + "\n"
        (DATA / "secret" / f"{name}.in").write_bytes(text.encode())
        (DATA / "secret" / f"{name}.ans").write_bytes(answer(text))

    for folder, outputs in (("valid_output", VALID_OUTPUTS), ("invalid_output", INVALID_OUTPUTS)):
        for name, (text, output) in outputs.items():
            (DATA / folder / f"{name}.in").write_bytes(text.encode())
            (DATA / folder / f"{name}.ans").write_bytes(answer(text))
            (DATA / folder / f"{name}.out").write_bytes(output)

    for name, text in INVALID_INPUTS.items():
        (DATA / "invalid_input" / f"{name}.in").write_bytes(text.encode())


main()
