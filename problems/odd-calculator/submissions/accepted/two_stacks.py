# Two stacks, of values and of operators that wait (shunting-yard).
# O(length).
import re
import sys

MODULUS = 1_000_000_007


def solution(order, expression):
    strength = {operator: -place for place, operator in enumerate(order)}
    values = []
    waiting = []

    def apply():
        operator = waiting.pop()
        right = values.pop()
        left = values.pop()
        if operator == "+":
            values.append((left + right) % MODULUS)
        elif operator == "-":
            values.append((left - right) % MODULUS)
        else:
            values.append(left * right % MODULUS)

    for token in re.findall(r"\d+|\D", expression):
        if token == "(":
            waiting.append(token)
        elif token == ")":
            while waiting[-1] != "(":
                apply()
            waiting.pop()
        elif token in strength:
            while waiting and waiting[-1] != "(" and strength[waiting[-1]] >= strength[token]:
                apply()
            waiting.append(token)
        else:
            values.append(int(token))
    while waiting:
        apply()
    return values[0] % MODULUS


order, expression = sys.stdin.read().split()
print(solution(order, expression))
