# Wrong: a set forgets how many goods have the same price.
# O(N) on average.
import sys


def main():
    _, amount, *prices = map(int, sys.stdin.buffer.read().split())

    seen = set()
    ways = 0
    for price in prices:
        if amount - price in seen:
            ways += 1
        seen.add(price)
    print(ways)


main()
