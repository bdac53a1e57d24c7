# Wrong: of runs with the same length it reports the last one, not the first.
# O(N).
import sys
from collections import deque


def main():
    n, limit, *temperature = map(int, sys.stdin.buffer.read().split())

    highest, lowest = deque(), deque()
    best_length = best_start = left = 0
    for right, value in enumerate(temperature):
        while highest and temperature[highest[-1]] <= value:
            highest.pop()
        highest.append(right)
        while lowest and temperature[lowest[-1]] >= value:
            lowest.pop()
        lowest.append(right)

        while temperature[highest[0]] - temperature[lowest[0]] > limit:
            left += 1
            if highest[0] < left:
                highest.popleft()
            if lowest[0] < left:
                lowest.popleft()

        if right - left + 1 >= best_length:
            best_length, best_start = right - left + 1, left

    print(best_length, best_start + 1)


main()
