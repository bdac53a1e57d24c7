# Right but too slow: looks through the expression for the strongest operator again after each operation.
# O(length^2).
import re
import sys

MODULUS = 1_000_000_007


def applied(operator, left, right):
    if operator == "+":
        return (left + right) % MODULUS
    if operator == "-":
        return (left - right) % MODULUS
    return left * right % MODULUS


def flat(order, tokens):
    """Evaluates what holds no parentheses: values at even places, operators at odd ones."""
    while len(tokens) > 1:
        i = min(range(1, len(tokens), 2), key=lambda place: order.index(tokens[place]))
        tokens[i - 1 : i + 2] = [applied(tokens[i], tokens[i - 1], tokens[i + 1])]
    return tokens[0]


def solution(order, expression):
    levels = [[]]
    for token in re.findall(r"\d+|\D", expression):
        if token == "(":
            levels.append([])
        elif token == ")":
            inner = levels.pop()
            levels[-1].append(flat(order, inner))
        else:
            levels[-1].append(int(token) if token.isdigit() else token)
    return flat(order, levels[0]) % MODULUS


order, expression = sys.stdin.read().split()
print(solution(order, expression))
