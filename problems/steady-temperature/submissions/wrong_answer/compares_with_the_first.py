# Wrong: compares each temperature with the first of the run alone, so the run may
# spread over 2D; and it starts the next run only where the last one ended.
# O(N).
import sys


def main():
    n, limit, *temperature = map(int, sys.stdin.buffer.read().split())

    best_length = best_start = start = 0
    for here in range(n):
        if abs(temperature[here] - temperature[start]) > limit:
            start = here
        if here - start + 1 > best_length:
            best_length, best_start = here - start + 1, start
    print(best_length, best_start + 1)


main()
