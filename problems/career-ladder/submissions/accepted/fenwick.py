# best = own satisfaction + greatest best among earlier offers of a lower level;
# a Fenwick tree of prefix maxima over the ranks of the levels finds it. O(N log N).
import sys


def main():
    n, *numbers = map(int, sys.stdin.buffer.read().split())
    levels, satisfactions = numbers[0::2], numbers[1::2]

    rank = {level: index for index, level in enumerate(sorted(set(levels)), start=1)}
    tree = [0] * (len(rank) + 1)  # zeros: declining all offers so far is always possible

    for level, satisfaction in zip(levels, satisfactions):
        best = 0
        index = rank[level] - 1  # strictly lower levels only
        while index > 0:
            best = max(best, tree[index])
            index -= index & -index

        best += satisfaction
        index = rank[level]
        while index < len(tree):
            tree[index] = max(tree[index], best)
            index += index & -index

    answer = 0
    index = len(rank)
    while index > 0:
        answer = max(answer, tree[index])
        index -= index & -index
    print(answer)


main()
