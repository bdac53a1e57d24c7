# Keeps the levels after which no lower level has as great a sum: both increase, like
# the steps of a staircase, and binary search finds the step below a level.
# O(N log N), as each step is added and removed at most once (moving the tail of a list
# on an insertion is one memory copy, far cheaper than the search).
import sys
from bisect import bisect_left


def main():
    n, *numbers = map(int, sys.stdin.buffer.read().split())

    levels, sums = [0], [0]  # the lowest step: no offer accepted yet
    for level, satisfaction in zip(numbers[0::2], numbers[1::2]):
        step = bisect_left(levels, level)
        total = sums[step - 1] + satisfaction
        if total <= sums[step - 1]:
            continue
        end = step
        while end < len(sums) and sums[end] <= total:
            end += 1
        if end == step and step < len(levels) and levels[step] == level:
            continue  # this level already has a greater sum
        levels[step:end] = [level]
        sums[step:end] = [total]
    print(sums[-1])


main()
