# Right but too slow: tries the orders in every permitted sequence, though it gives up when a sequence costs too much.
# O(N!).
import sys


def solution(orders, pairs):
    n = len(orders)
    needed = [0] * n
    for u, v in pairs:
        needed[v - 1] |= 1 << (u - 1)
    best = 10**12

    def bake(baked, now, total):
        nonlocal best
        if total >= best:
            return
        if baked == (1 << n) - 1:
            best = total
            return
        for i, (minutes, promised, fine) in enumerate(orders):
            if baked >> i & 1 == 0 and baked & needed[i] == needed[i]:
                late = max(0, now + minutes - promised)
                bake(baked | 1 << i, now + minutes, total + fine * late)

    bake(0, 0, 0)
    return best


def main():
    n, _, *numbers = map(int, sys.stdin.read().split())
    orders, pairs = iter(numbers[: 3 * n]), iter(numbers[3 * n :])
    print(solution(list(zip(orders, orders, orders)), list(zip(pairs, pairs))))


main()
