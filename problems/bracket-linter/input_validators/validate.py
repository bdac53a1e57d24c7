"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

HEADER = re.compile(rb"[1-9][0-9]{0,4}")
CODE = re.compile(rb"[ -\[\]-~]*")  # printable ASCII without the backslash


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    header, *code = data.split(b"\n")
    if not HEADER.fullmatch(header) or int(header) > 10_000:
        return "line 1: expected N"
    if len(code) != int(header) + 1 or code.pop() != b"":
        return f"expected {int(header)} lines of code, each with a line break"
    for number, line in enumerate(code, start=2):
        if not CODE.fullmatch(line):
            return f"line {number}: a character that is not allowed"
        if line.count(b'"') % 2:
            return f"line {number}: an odd number of double quotes"
    if sum(map(len, code)) > 200_000:
        return "more than 200000 characters"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
