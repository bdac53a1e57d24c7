# Wrong: takes the items with the most joy for a point first, and then the best one at half price.
# O(N log N).
import sys


def main():
    n, budget, *numbers = map(int, sys.stdin.buffer.read().split())
    items = sorted(zip(numbers[0::2], numbers[1::2]), key=lambda item: -item[1] / item[0])

    total = 0
    left_out = []
    for price, joy in items:
        if price <= budget:
            budget -= price
            total += joy
        else:
            left_out.append((price, joy))
    total += max((joy for price, joy in left_out if price // 2 <= budget), default=0)
    print(total)


main()
