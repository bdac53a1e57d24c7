# Wrong: prefers the longest sequence of rising levels and looks at the sum only
# among sequences of that length. O(N log N).
import sys


def main():
    n, *numbers = map(int, sys.stdin.buffer.read().split())
    levels, satisfactions = numbers[0::2], numbers[1::2]

    rank = {level: index for index, level in enumerate(sorted(set(levels)), start=1)}
    tree = [(0, 0)] * (len(rank) + 1)  # (length, sum)

    answer = (0, 0)
    for level, satisfaction in zip(levels, satisfactions):
        best = (0, 0)
        index = rank[level] - 1
        while index > 0:
            best = max(best, tree[index])
            index -= index & -index

        best = (best[0] + 1, best[1] + satisfaction)
        answer = max(answer, best)
        index = rank[level]
        while index < len(tree):
            tree[index] = max(tree[index], best)
            index += index & -index

    print(max(0, answer[1]))


main()
