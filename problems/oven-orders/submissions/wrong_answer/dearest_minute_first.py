# Wrong: of the orders that may come next takes the one with the greatest fine per minute of baking.
# O(N^2).
import sys


def solution(orders, pairs):
    left = set(range(1, len(orders) + 1))
    now = total = 0
    while left:
        waiting = {v for u, v in pairs if u in left}
        chosen = min(left - waiting, key=lambda order: -orders[order - 1][2] / orders[order - 1][0])
        left.remove(chosen)
        minutes, promised, fine = orders[chosen - 1]
        now += minutes
        total += fine * max(0, now - promised)
    return total


def main():
    n, _, *numbers = map(int, sys.stdin.read().split())
    orders, pairs = iter(numbers[: 3 * n]), iter(numbers[3 * n :])
    print(solution(list(zip(orders, orders, orders)), list(zip(pairs, pairs))))


main()
