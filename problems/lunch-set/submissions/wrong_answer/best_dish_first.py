# Wrong: takes the dish with the most points that still fits, again and again.
# O(N log N + N * M).
import sys


def solution(k, budget, dishes, clashes):
    forbidden = {frozenset(pair) for pair in clashes}
    chosen = []
    by_points = sorted(range(1, len(dishes) + 1), key=lambda dish: (-dishes[dish - 1][1], dishes[dish - 1][0]))
    for dish in by_points:
        price = dishes[dish - 1][0]
        clash = any(frozenset((dish, other)) in forbidden for other in chosen)
        if len(chosen) < k and price <= budget and not clash:
            chosen.append(dish)
            budget -= price
    return sorted(chosen) if len(chosen) == k else [-1]


def main():
    n, k, budget, _, *numbers = map(int, sys.stdin.read().split())
    pairs = list(zip(numbers[0::2], numbers[1::2]))
    print(*solution(k, budget, pairs[:n], pairs[n:]))


main()
