# Right but too slow: computes the number of ways for each length in turn.
# O(N).
import sys

MODULUS = 1_000_000_007


def solution(n, a, b, c):
    f1, f2, f3, f4, g1, g2 = 1, 0, 0, 0, 0, 0
    for _ in range(n):
        f1, f2, f3, f4, g1, g2 = (a * (f1 + g1) + b * (f2 + g2)) % MODULUS, f1, f2, f3, c * f4 % MODULUS, g1
    return (f1 + g1) % MODULUS


print(solution(*map(int, sys.stdin.read().split())))
