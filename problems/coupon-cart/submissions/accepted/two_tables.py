# 0/1 knapsack with two tables, for the coupon unused and used. New lists hold the items up to now.
# O(NB).
import sys


def bought(without, price, joy):
    """The table without an item, and the item bought at this price wherever that is better."""
    afterwards = [rest + joy for rest in without]
    richer = [stay if stay > buy else buy for stay, buy in zip(without[price:], afterwards)]
    return without[:price] + richer


def main():
    n, budget, *numbers = map(int, sys.stdin.buffer.read().split())

    unused = [0] * (budget + 1)
    used = [0] * (budget + 1)
    for price, joy in zip(numbers[0::2], numbers[1::2]):
        at_half_price = bought(unused, price // 2, joy)
        used = list(map(max, bought(used, price, joy), at_half_price))
        unused = bought(unused, price, joy)
    print(max(used[budget], unused[budget]))


main()
