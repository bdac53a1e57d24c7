# The smallest penalty for each set of orders baked first; sets are bits of an integer.
# O(2^N * N).
import sys

INFINITY = 10**12


def solution(orders, pairs):
    n = len(orders)
    needed = [0] * n
    for u, v in pairs:
        needed[v - 1] |= 1 << (u - 1)

    best = [0] + [INFINITY] * ((1 << n) - 1)
    time = [0] * (1 << n)
    choices = [(1 << i, needed[i], *order) for i, order in enumerate(orders)]
    for mask, penalty in enumerate(best):
        if penalty == INFINITY:
            continue
        now = time[mask]
        for bit, before, minutes, promised, fine in choices:
            if mask & bit == 0 and mask & before == before:
                finish = now + minutes
                total = penalty + fine * (finish - promised) if finish > promised else penalty
                following = mask | bit
                if total < best[following]:
                    best[following] = total
                    time[following] = finish
    return best[-1]


def main():
    n, _, *numbers = map(int, sys.stdin.read().split())
    orders, pairs = iter(numbers[: 3 * n]), iter(numbers[3 * n :])
    print(solution(list(zip(orders, orders, orders)), list(zip(pairs, pairs))))


main()
