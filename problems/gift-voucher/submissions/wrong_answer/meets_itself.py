# Wrong: counts all goods first, so a good that costs half of A is paired with itself.
# O(N) on average.
import sys
from collections import Counter


def main():
    _, amount, *prices = map(int, sys.stdin.buffer.read().split())
    count = Counter(prices)
    print(sum(count[amount - price] for price in prices) // 2)


main()
