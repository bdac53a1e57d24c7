# Right but too slow: walks every single way.
# Exponential in H + W.
import sys

sys.setrecursionlimit(10_000)


def main():
    h, w, *streets = sys.stdin.read().split()
    last_row, last_column = int(h) - 1, int(w) - 1

    def ways(r, c, passed):
        if r > last_row or c > last_column or streets[r][c] == "#":
            return 0
        passed = passed or streets[r][c] == "C"
        if r == last_row and c == last_column:
            return int(passed)
        return ways(r + 1, c, passed) + ways(r, c + 1, passed)

    print(ways(0, 0, False) % 1_000_000_007)


main()
