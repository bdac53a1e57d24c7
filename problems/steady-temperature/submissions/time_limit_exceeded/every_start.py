# Right but too slow: extends a run from every start until it is no longer steady.
# O(N^2) when the runs are long.
import sys


def main():
    n, limit, *temperature = map(int, sys.stdin.buffer.read().split())

    best_length = best_start = 0
    for start in range(n):
        highest = lowest = temperature[start]
        end = start
        while end < n:
            highest = max(highest, temperature[end])
            lowest = min(lowest, temperature[end])
            if highest - lowest > limit:
                break
            end += 1
        if end - start > best_length:
            best_length, best_start = end - start, start
    print(best_length, best_start + 1)


main()
