# Right but too slow: tries to skip, to buy and to buy at half price each item.
# O(2^N N) at the worst.
import sys


def main():
    n, budget, *numbers = map(int, sys.stdin.buffer.read().split())
    items = list(zip(numbers[0::2], numbers[1::2]))

    def best(i, points, coupons):
        if i == n:
            return 0
        price, joy = items[i]
        most = best(i + 1, points, coupons)
        if price <= points:
            most = max(most, joy + best(i + 1, points - price, coupons))
        if coupons and price // 2 <= points:
            most = max(most, joy + best(i + 1, points - price // 2, 0))
        return most

    print(best(0, budget, 1))


main()
