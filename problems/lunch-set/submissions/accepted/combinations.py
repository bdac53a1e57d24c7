# Tries all combinations of K dishes in ascending order; only a better one replaces the best so far.
# O(C(N, K) * (K + M)).
import sys
from itertools import combinations


def solution(k, budget, dishes, clashes):
    forbidden = {(1 << u) | (1 << v) for u, v in clashes}
    best, chosen = (0, 0), [-1]
    for numbers in combinations(range(1, len(dishes) + 1), k):
        price = sum(dishes[number - 1][0] for number in numbers)
        if price > budget:
            continue
        rank = (sum(dishes[number - 1][1] for number in numbers), -price)
        if rank <= best:
            continue
        mask = sum(1 << number for number in numbers)
        if not any(mask & pair == pair for pair in forbidden):
            best, chosen = rank, numbers
    return chosen


def main():
    n, k, budget, _, *numbers = map(int, sys.stdin.read().split())
    pairs = list(zip(numbers[0::2], numbers[1::2]))
    print(*solution(k, budget, pairs[:n], pairs[n:]))


main()
