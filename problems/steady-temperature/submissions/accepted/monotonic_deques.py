# Two pointers; two monotonic deques give the maximum and the minimum of the window.
# O(N): each position enters and leaves each deque at most once.
import sys
from collections import deque


def main():
    n, limit, *temperature = map(int, sys.stdin.buffer.read().split())

    highest, lowest = deque(), deque()  # positions; the fronts are the extremes of the window
    best_length = best_start = left = 0
    for right in range(n):
        value = temperature[right]
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

        if right - left + 1 > best_length:
            best_length, best_start = right - left + 1, left

    print(best_length, best_start + 1)


main()
