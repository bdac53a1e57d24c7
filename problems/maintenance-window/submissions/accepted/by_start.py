# Sorts the jobs by start and keeps the time up to which everything is busy.
# O(N log N).
import sys


def main():
    _, start, end, minimum, *times = map(int, sys.stdin.buffer.read().split())
    jobs = sorted(zip(times[0::2], times[1::2]))

    windows = []
    free_from = start
    for begin, finish in [*jobs, (end, end)]:  # the last one closes the team's hours
        until = min(begin, end)
        if until - free_from >= minimum:
            windows.append((free_from, until))
        free_from = max(free_from, finish)

    for window in windows or [(-1, -1)]:
        print(*window)


main()
