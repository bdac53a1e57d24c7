# Crashes: evaluates parentheses by recursion, which is too deep when thousands of them are nested.
# O(length).
import re
import sys

MODULUS = 1_000_000_007


def applied(operator, left, right):
    if operator == "+":
        return (left + right) % MODULUS
    if operator == "-":
        return (left - right) % MODULUS
    return left * right % MODULUS


def solution(order, expression):
    tokens = re.findall(r"\d+|\D", expression)
    position = 0

    def operand():
        nonlocal position
        position += 1
        if tokens[position - 1] != "(":
            return int(tokens[position - 1])
        value = evaluate(2)
        position += 1  # the closing parenthesis
        return value

    def evaluate(level):
        """What the operators up to this place of the order connect."""
        nonlocal position
        if level < 0:
            return operand()
        value = evaluate(level - 1)
        while position < len(tokens) and tokens[position] == order[level]:
            position += 1
            value = applied(order[level], value, evaluate(level - 1))
        return value

    return evaluate(2)


order, expression = sys.stdin.read().split()
print(solution(order, expression))
