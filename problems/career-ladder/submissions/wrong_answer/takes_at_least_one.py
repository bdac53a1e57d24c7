# Wrong: always accepts an offer, so the sum is negative if all satisfactions are.
# O(N log N).
import sys


def main():
    n, *numbers = map(int, sys.stdin.buffer.read().split())
    levels, satisfactions = numbers[0::2], numbers[1::2]

    rank = {level: index for index, level in enumerate(sorted(set(levels)), start=1)}
    tree = [0] * (len(rank) + 1)

    answer = None
    for level, satisfaction in zip(levels, satisfactions):
        best = 0
        index = rank[level] - 1
        while index > 0:
            best = max(best, tree[index])
            index -= index & -index

        best += satisfaction
        answer = best if answer is None else max(answer, best)
        index = rank[level]
        while index < len(tree):
            tree[index] = max(tree[index], best)
            index += index & -index

    print(answer)


main()
