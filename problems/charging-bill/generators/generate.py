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
REFERENCE = PACKAGE / "submissions" / "accepted" / "minute_by_minute.py"
SECRET = PACKAGE / "data" / "secret"

MAX_N = 1_000
DAY_MINUTES = 24 * 60
LONGEST = DAY_MINUTES - 1

Record = tuple[int, int, str]  # beginning and duration in minutes, car
Log = tuple[int, int, list[Record]]  # A, B, records


def duration_text(minutes: int) -> str:
    """A duration in the one form that the statement has for it."""
    hours, rest = divmod(minutes, 60)
    if hours == 0:
        return f"{rest}m"
    return f"{hours}h" if rest == 0 else f"{hours}h{rest:02}m"


def written(log: Log) -> str:
    """A test as the statement describes it."""
    day, night, records = log
    lines = [f"{len(records)} {day} {night}"]
    lines += [f"{b // 60:02}:{b % 60:02} {duration_text(minutes)} {car}" for b, minutes, car in records]
    return "\n".join(lines) + "\n"


def random_log(rng: random.Random, n: int, cars: int, longest: int, prices: tuple[int, int]) -> Log:
    """Beginnings and durations drawn evenly."""
    records = [
        (rng.randrange(DAY_MINUTES), rng.randint(1, longest), f"c{rng.randrange(cars)}") for _ in range(n)
    ]
    return *prices, records


def around_the_borders(_: random.Random) -> Log:
    """One to three minutes around 07:00, 23:00 and midnight, each on a bill of its own."""
    records = [
        ((border + shift) % DAY_MINUTES, minutes, f"x{border}{'abcde'[shift + 2]}{minutes}")
        for border in (420, 1_380, 1_440)
        for shift in range(-2, 3)
        for minutes in (1, 2, 3)
    ]
    return 100, 10, records


def many_small_amounts(rng: random.Random) -> Log:
    """Each record alone would be rounded down to nothing."""
    return 3, 2, [(rng.randrange(DAY_MINUTES), rng.randint(1, 3), f"c{rng.randrange(9)}") for _ in range(300)]


def equal_after_dropping(rng: random.Random) -> Log:
    """Amounts that differ only below 10 won; names decide."""
    names = rng.sample("abcdefghijklmnopqrstuvwxyz0123456789", 30)
    return 1, 1, [(600, 100 + rng.randrange(10), name) for name in names]


def names_like_numbers(_: random.Random) -> Log:
    """Names of digits are compared as text."""
    return 10, 10, [(700, 30, name) for name in ("9", "10", "1", "09", "a1", "a", "100", "z", "0")]


def every_duration(rng: random.Random) -> Log:
    """Each of the forms of a duration, with whole hours and single-digit minutes."""
    minutes = [*range(1, 62), *range(119, 131), *range(60, DAY_MINUTES, 60), 609, 669, 1_439]
    return 7, 11, [(rng.randrange(DAY_MINUTES), m, f"d{i % 20}") for i, m in enumerate(minutes)]


CASES: dict[str, Callable[[random.Random], Log]] = {
    "01-one-minute": lambda _: (9, 1, [(0, 1, "q")]),
    "02-ten-won": lambda _: (10, 5, [(420, 1, "p"), (1_380, 2, "o")]),
    "03-around-the-borders": around_the_borders,
    "04-nearly-a-whole-day": lambda _: (5, 2, [(b, LONGEST, f"w{b}") for b in (0, 1, 419, 420, 1_380)]),
    "05-many-small-amounts": many_small_amounts,
    "06-equal-after-dropping": equal_after_dropping,
    "07-names-like-numbers": names_like_numbers,
    "08-every-duration": every_duration,
    "09-night-dearer-than-day": lambda rng: random_log(rng, 100, 12, 300, (1, 1_000)),
    "10-one-car": lambda rng: random_log(rng, 200, 1, 600, (13, 7)),
    "11-random": lambda rng: random_log(rng, 300, 40, LONGEST, (17, 9)),
    "12-all-cars-differ": lambda rng: (3, 1, [(rng.randrange(DAY_MINUTES), 50, f"n{i}") for i in range(500)]),
    "13-largest": lambda rng: random_log(rng, MAX_N, 60, LONGEST, (999, 777)),
    "14-largest-one-bill": lambda _: (1_000, 1_000, [(1_000, LONGEST, "longestcar")] * MAX_N),
}


def main() -> None:
    """Replaces every test below data/secret."""
    for stale in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        stale.unlink()
    for name, make in CASES.items():
        text = written(make(random.Random(f"charging-bill {name}")))
        judged = subprocess.run(
            [sys.executable, REFERENCE], input=text.encode(), stdout=subprocess.PIPE, check=True
        )
        (SECRET / f"{name}.in").write_bytes(text.encode())
        (SECRET / f"{name}.ans").write_bytes(judged.stdout)


main()
