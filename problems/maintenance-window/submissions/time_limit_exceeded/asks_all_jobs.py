# Right but too slow: at each step asks all jobs which is running, or which comes next.
# O(N^2).
import sys


def main():
    _, start, end, minimum, *times = map(int, sys.stdin.buffer.read().split())
    jobs = list(zip(times[0::2], times[1::2]))

    windows = []
    now = start
    while now < end:
        busy_until = max((b for a, b in jobs if a <= now < b), default=now)
        if busy_until > now:
            now = busy_until
            continue
        until = min((a for a, b in jobs if a > now), default=end)
        until = min(until, end)
        if until - now >= minimum:
            windows.append((now, until))
        now = until

    for window in windows or [(-1, -1)]:
        print(*window)


main()
