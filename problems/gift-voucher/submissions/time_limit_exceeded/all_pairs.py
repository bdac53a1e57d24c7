# Right but too slow: compares all pairs of goods.
# O(N^2).
import sys


def main():
    n, amount, *prices = map(int, sys.stdin.buffer.read().split())

    ways = 0
    for i in range(n):
        partner = amount - prices[i]
        for j in range(i + 1, n):
            if prices[j] == partner:
                ways += 1
    print(ways)


main()
