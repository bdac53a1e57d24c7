# A hash map counts the prices seen so far; each good looks for its partner among them.
# O(N) on average.
import sys
from collections import defaultdict


def main():
    _, amount, *prices = map(int, sys.stdin.buffer.read().split())

    seen = defaultdict(int)
    ways = 0
    for price in prices:
        ways += seen.get(amount - price, 0)
        seen[price] += 1
    print(ways)


main()
