# Wrong: leaves out items that cost more than all points, though the coupon may make them affordable.
# O(NB).
import sys


def main():
    n, budget, *numbers = map(int, sys.stdin.buffer.read().split())

    unused = [0] * (budget + 1)
    used = [0] * (budget + 1)
    for price, joy in zip(numbers[0::2], numbers[1::2]):
        if price > budget:
            continue
        half = price // 2
        for b in range(budget, half - 1, -1):
            used[b] = max(used[b], unused[b - half] + joy)
            if b >= price:
                used[b] = max(used[b], used[b - price] + joy)
                unused[b] = max(unused[b], unused[b - price] + joy)
    print(max(used[budget], unused[budget]))


main()
