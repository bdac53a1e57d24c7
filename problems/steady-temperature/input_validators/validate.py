"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

HEADER = re.compile(rb"([1-9][0-9]{0,5}) (0|[1-9][0-9]{0,9})")
TEMPERATURE = re.compile(rb"0|-?[1-9][0-9]{0,9}")


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    lines = data.split(b"\n")
    if len(lines) != 3 or lines[2] != b"":
        return "expected two lines"
    header = HEADER.fullmatch(lines[0])
    if header is None or int(header[1]) > 100_000 or int(header[2]) > 2 * 10**9:
        return "line 1: expected N and D"
    records = lines[1].split(b" ")
    if len(records) != int(header[1]):
        return f"line 2: expected {int(header[1])} temperatures, got {len(records)}"
    for number, record in enumerate(records, start=1):
        if not TEMPERATURE.fullmatch(record) or abs(int(record)) > 10**9:
            return f"line 2: temperature {number} is wrong"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
