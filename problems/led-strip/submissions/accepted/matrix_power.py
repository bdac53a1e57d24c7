# One more cell is the product with a fixed 6 x 6 matrix; repeated squaring gives its N-th power.
# O(6^3 log N).
import sys

MODULUS = 1_000_000_007


def product(left, right):
    columns = list(zip(*right))
    return [[sum(x * y for x, y in zip(row, column)) % MODULUS for column in columns] for row in left]


def solution(n, a, b, c):
    # Of the vector f(n), f(n-1), f(n-2), f(n-3), g(n), g(n-1); g counts the ways that end with length 4.
    step = [
        [a, b, 0, 0, a, b],
        [1, 0, 0, 0, 0, 0],
        [0, 1, 0, 0, 0, 0],
        [0, 0, 1, 0, 0, 0],
        [0, 0, 0, c, 0, 0],
        [0, 0, 0, 0, 1, 0],
    ]
    vector = [[1], [0], [0], [0], [0], [0]]
    while n > 0:
        if n % 2 == 1:
            vector = product(step, vector)
        step = product(step, step)
        n //= 2
    return (vector[0][0] + vector[4][0]) % MODULUS


print(solution(*map(int, sys.stdin.read().split())))
