"""Exits 42 if standard input is exactly what the statement promises, else 43."""

import re
import sys

NUMBER = rb"(?:0|[1-9][0-9]{0,8})"
TOKEN = re.compile(NUMBER + rb"|[-+*()]")


def is_correct(expression: bytes) -> bool:
    """Whether operands and operators alternate and parentheses match."""
    depth = 0
    operand_expected = True
    place = 0
    while place < len(expression):
        token = TOKEN.match(expression, place)
        if token is None:
            return False
        place = token.end()
        text = token[0]
        if (text == b"(" or text.isdigit()) != operand_expected:
            return False
        if text == b"(":
            depth += 1
        elif text == b")":
            depth -= 1
            if depth < 0:
                return False
        else:
            operand_expected = not text.isdigit()
    return depth == 0 and not operand_expected


def problem_with(data: bytes) -> str | None:
    """What is wrong with an input, or None."""
    lines = data.splitlines(keepends=True)
    if len(lines) != 2:
        return f"expected 2 lines, got {len(lines)}"
    if sorted(lines[0]) != sorted(b"+-*\n") or not lines[0].endswith(b"\n"):
        return "line 1: expected the three operators"
    if not lines[1].endswith(b"\n") or len(lines[1]) > 100_001:
        return "line 2: too long, or without an end"
    if not is_correct(lines[1][:-1]):
        return "line 2: not a correct expression"
    return None


problem = problem_with(sys.stdin.buffer.read())
if problem is not None:
    print(problem, file=sys.stderr)
sys.exit(42 if problem is None else 43)
