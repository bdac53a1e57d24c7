"""Accepts any correct course plan, or any correct circle of courses.

Called as ``validate.py input answer feedback_dir < output``; exits 42 if the
output is right and 43 if it is not, with the reason in ``judgemessage.txt``.
The answer file is not needed: a plan that keeps every prerequisite proves
``YES``, and a circle of prerequisites proves ``NO``.
"""

import sys
from pathlib import Path

ACCEPTED, REJECTED = 42, 43
# The longest right output has 30 000 numbers of up to 5 digits, below 180 kB.
MAX_OUTPUT_BYTES = 1 << 20
MAX_DIGITS = 9  # a number with more is no course, and long ones are slow to convert


class Wrong(Exception):
    """The output is wrong, and why."""


def shown(token: bytes) -> str:
    """A token as short printable ASCII, whatever the bytes are."""
    text = token[:20].decode("ascii", "backslashreplace")
    return repr(text) + ("..." if len(token) > 20 else "")


def numbers_up_to(most: int, tokens: list[bytes]) -> list[int]:
    """The tokens as numbers from 1 to most; raises Wrong."""
    numbers = []
    for token in tokens:
        # bytes.isdigit knows ASCII digits only, so no sign, no point and no other script.
        if not token.isdigit() or len(token) > MAX_DIGITS or not 1 <= int(token) <= most:
            raise Wrong(f"expected a number from 1 to {most}, got {shown(token)}")
        numbers.append(int(token))
    return numbers


def all_different(courses: list[int]) -> None:
    """Raises Wrong if a course is there twice."""
    seen: set[int] = set()
    for course in courses:
        if course in seen:
            raise Wrong(f"course {course} is listed twice")
        seen.add(course)


def check_plan(tokens: list[bytes], n: int, prerequisites: list[tuple[int, int]]) -> None:
    """Raises Wrong unless the tokens are all courses, in a possible order."""
    if len(tokens) != n:
        raise Wrong(f"expected {n} courses after YES, got {len(tokens)}")
    plan = numbers_up_to(n, tokens)
    all_different(plan)
    place = {course: index for index, course in enumerate(plan)}
    for a, b in prerequisites:
        if place[a] > place[b]:
            raise Wrong(f"course {b} comes before its prerequisite {a}")


def check_circle(tokens: list[bytes], n: int, prerequisites: list[tuple[int, int]]) -> None:
    """Raises Wrong unless the tokens are a length and a circle of that length."""
    if not tokens:
        raise Wrong("the length of the circle is missing")
    (length,) = numbers_up_to(n, tokens[:1])
    if len(tokens) != length + 1:
        raise Wrong(f"expected {length} courses in the circle, got {len(tokens) - 1}")
    circle = numbers_up_to(n, tokens[1:])
    all_different(circle)
    known = set(prerequisites)
    for a, b in zip(circle, circle[1:] + circle[:1], strict=True):
        if (a, b) not in known:
            raise Wrong(f"{a} {b} is not a prerequisite")


def check(output: bytes, n: int, prerequisites: list[tuple[int, int]]) -> None:
    """Raises Wrong unless the output is right."""
    if len(output) > MAX_OUTPUT_BYTES:
        raise Wrong(f"the output is longer than {MAX_OUTPUT_BYTES} bytes")
    verdict, *tokens = output.split() or [b""]
    if verdict.upper() == b"YES":
        check_plan(tokens, n, prerequisites)
    elif verdict.upper() == b"NO":
        check_circle(tokens, n, prerequisites)
    else:
        raise Wrong(f"expected YES or NO, got {shown(verdict)}")


def main() -> int:
    """Judges standard input; returns the exit code."""
    input_file, _answer_file, feedback_dir = sys.argv[1:4]
    n, _, *numbers = map(int, Path(input_file).read_bytes().split())
    prerequisites = list(zip(numbers[0::2], numbers[1::2], strict=True))
    try:
        check(sys.stdin.buffer.read(MAX_OUTPUT_BYTES + 1), n, prerequisites)
    except Wrong as wrong:
        with (Path(feedback_dir) / "judgemessage.txt").open("a", encoding="ascii") as message:
            message.write(f"{wrong}\n")
        return REJECTED
    return ACCEPTED


if __name__ == "__main__":
    sys.exit(main())
