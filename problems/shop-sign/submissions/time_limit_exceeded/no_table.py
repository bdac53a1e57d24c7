# Right but too slow: recursion that answers the same question again and again.
# Exponential in n + m.
import sys

sys.setrecursionlimit(10_000)
TURNED = str.maketrans("bqdpmwnu69", "qbpdwmun96")


def main():
    before, after, *prices = sys.stdin.read().split()
    attach, remove, replace, turn = map(int, prices)

    def cost(i, j):
        if i == 0 or j == 0:
            return i * remove + j * attach
        old, new = before[i - 1], after[j - 1]
        if old == new:
            return cost(i - 1, j - 1)
        change = min(turn, replace) if old.translate(TURNED) == new else replace
        return min(cost(i - 1, j) + remove, cost(i, j - 1) + attach, cost(i - 1, j - 1) + change)

    print(cost(len(before), len(after)))


main()
