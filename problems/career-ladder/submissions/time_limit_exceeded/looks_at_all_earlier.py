# Right but too slow: for each offer looks at every earlier one.
# O(N^2).
import sys


def main():
    n, *numbers = map(int, sys.stdin.buffer.read().split())
    levels, satisfactions = numbers[0::2], numbers[1::2]

    best = []
    for i in range(n):
        before = 0
        for j in range(i):
            if levels[j] < levels[i] and best[j] > before:
                before = best[j]
        best.append(before + satisfactions[i])
    print(max(0, *best))


main()
