"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

MAX_Q, MAX_TOTAL_LENGTH = 50_000, 500_000
HEADER = re.compile(rb"([1-9][0-9]{0,4})\n")
OPERATION = re.compile(rb"[+?-] [a-z]{1,20}\n")


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    lines = data.splitlines(keepends=True)
    header = HEADER.fullmatch(lines[0]) if lines else None
    if header is None or int(header[1]) > MAX_Q:
        return f"line 1: expected Q from 1 to {MAX_Q}"
    if len(lines) != int(header[1]) + 1:
        return f"expected {int(header[1]) + 1} lines, got {len(lines)}"
    for number, line in enumerate(lines[1:], start=2):
        if not OPERATION.fullmatch(line):
            return f"line {number}: expected +, - or ? and a word"
    if sum(len(line) - len(b"? \n") for line in lines[1:]) > MAX_TOTAL_LENGTH:
        return f"the words are longer than {MAX_TOTAL_LENGTH} letters in all"
    if not any(line.startswith(b"?") for line in lines):
        return "there is no operation ?"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
