# Wrong: one recurrence for all ways, so two modules of length 4 may lie side by side.
# O(4^3 log N).
import sys

MODULUS = 1_000_000_007


def product(left, right):
    columns = list(zip(*right))
    return [[sum(x * y for x, y in zip(row, column)) % MODULUS for column in columns] for row in left]


def solution(n, a, b, c):
    step = [[a, b, 0, c], [1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0]]
    vector = [[1], [0], [0], [0]]
    while n > 0:
        if n % 2 == 1:
            vector = product(step, vector)
        step = product(step, step)
        n //= 2
    return vector[0][0]


print(solution(*map(int, sys.stdin.read().split())))
