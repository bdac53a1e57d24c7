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
REFERENCE = PACKAGE / "submissions" / "accepted" / "minutes.py"
SECRET = PACKAGE / "data" / "secret"

MAX_N = 20_000
DAY_MINUTES = 24 * 60

Shift = tuple[str, int, int, int]  # name, start and end in minutes since midnight, minutes of break


def name_of(number: int, length: int) -> str:
    """The number in base 26, written with letters: different numbers, different names."""
    letters = ""
    for _ in range(length):
        number, digit = divmod(number, 26)
        letters = chr(ord("a") + digit) + letters
    return letters


def random_shift(rng: random.Random, name: str) -> Shift:
    """A shift at any time of day; breaks are short, as they are in life."""
    start, end = rng.randrange(DAY_MINUTES), rng.randrange(DAY_MINUTES)
    length = (end - start) % DAY_MINUTES or DAY_MINUTES
    return name, start, end, rng.randint(0, min(90, length))


def random_book(rng: random.Random, n: int, names: Sequence[str]) -> list[Shift]:
    """Shifts of people drawn at random."""
    return [random_shift(rng, rng.choice(names)) for _ in range(n)]


def equal_times(rng: random.Random) -> list[Shift]:
    """Shifts of exactly 24 hours among ordinary ones."""
    book = []
    for i in range(60):
        start = rng.randrange(DAY_MINUTES)
        end = start if i % 3 == 0 else rng.randrange(DAY_MINUTES)
        book.append((name_of(i % 7, 2), start, end, 0))
    return book


def around_midnight(_: random.Random) -> list[Shift]:
    """The first and last minutes of the day, as start and as end."""
    minutes = [0, 1, 59, 60, 1380, 1438, 1439]
    pairs = [(start, end) for start in minutes for end in minutes]
    return [(name_of(number, 3), start, end, 0) for number, (start, end) in enumerate(pairs)]


def only_breaks(rng: random.Random) -> list[Shift]:
    """Every break is as long as its shift, so that all people have 0:00."""
    book = []
    for i in range(100):
        start, end = rng.randrange(DAY_MINUTES), rng.randrange(DAY_MINUTES)
        book.append((name_of(i % 12, 4), start, end, (end - start) % DAY_MINUTES or DAY_MINUTES))
    return book


def all_tied(rng: random.Random) -> list[Shift]:
    """Equal totals, made of shifts of different lengths; one name is the beginning of another."""
    book = []
    for name in ["a", "aa", "ab", "abc", "b", "ba", "kim", "kimm", "lee", "z", "zz", "zzz"]:
        first = rng.randint(1, 599)
        for minutes in (first, 600 - first):
            start = rng.randrange(DAY_MINUTES)
            book.append((name, start, (start + minutes) % DAY_MINUTES, 0))
    rng.shuffle(book)
    return book


def one_to_three_digits(rng: random.Random) -> list[Shift]:
    """Totals near 10 and 100 hours, which sort differently as text."""
    book = []
    for number, total in enumerate([599, 600, 601, 5_999, 6_000, 6_001, 5, 65, 60_000]):
        whole_days, remainder = divmod(total, DAY_MINUTES)
        for minutes in [DAY_MINUTES] * whole_days + [remainder] * (remainder > 0):
            start = rng.randrange(DAY_MINUTES)
            book.append((name_of(number, 5), start, (start + minutes) % DAY_MINUTES, 0))
    rng.shuffle(book)
    return book


def everybody_once(rng: random.Random) -> list[Shift]:
    """As many people as shifts, with the longest names."""
    names = [name_of(rng.randrange(26**7) * 26**5 + i, 12) for i in range(MAX_N)]
    rng.shuffle(names)
    return [random_shift(rng, name) for name in names]


CASES: dict[str, Callable[[random.Random], list[Shift]]] = {
    "01-one-shift": lambda _: [("a", 0, 1, 0)],
    "02-whole-day": lambda _: [("solo", 0, 0, 0)],
    "03-equal-times": equal_times,
    "04-around-midnight": around_midnight,
    "05-only-breaks": only_breaks,
    "06-all-tied": all_tied,
    "07-one-to-three-digits": one_to_three_digits,
    "08-random-small": lambda rng: random_book(rng, 40, [name_of(i, 3) for i in range(9)]),
    "09-random-medium": lambda rng: random_book(rng, 2_000, [name_of(i * 37, 6) for i in range(150)]),
    "10-one-person": lambda _: [("marathon", 540, 540, 0)] * MAX_N,
    "11-largest-few-people": lambda rng: random_book(rng, MAX_N, [name_of(i * 977, 8) for i in range(200)]),
    "12-largest-everybody-once": everybody_once,
}


def clock(minutes: int) -> str:
    """Minutes since midnight as HH:MM."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for case, make in CASES.items():
        book = make(random.Random(f"night-shift {case}"))
        lines = [f"{name} {clock(start)}-{clock(end)} {rest}" for name, start, end, rest in book]
        text = "\n".join([str(len(book)), *lines]) + "\n"
        answer = subprocess.run(
            [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
        ).stdout
        (SECRET / f"{case}.in").write_bytes(text.encode())
        (SECRET / f"{case}.ans").write_bytes(answer)


main()
