# Wrong: does not cut the windows at the end of the team's hours.
# O(N log N).
import sys


def main():
    _, start, end, minimum, *times = map(int, sys.stdin.buffer.read().split())
    jobs = sorted(zip(times[0::2], times[1::2]))

    windows = []
    free_from = start
    for begin, finish in jobs:
        if begin - free_from >= minimum:
            windows.append((free_from, begin))
        free_from = max(free_from, finish)
    if end - free_from >= minimum:
        windows.append((free_from, end))

    for window in windows or [(-1, -1)]:
        print(*window)


main()
