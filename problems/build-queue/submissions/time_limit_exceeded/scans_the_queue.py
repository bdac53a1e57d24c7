# Right but too slow: looks through the whole queue for the next build.
# O(N^2 + N log K).
import heapq
import sys


def main():
    n, k, *numbers = map(int, sys.stdin.buffer.read().split())
    submitted, priority, duration = numbers[0::3], numbers[1::3], numbers[2::3]

    by_time = sorted(range(n), key=lambda build: submitted[build])
    free_at = [0] * k
    waiting = []
    arrived = now = total = 0
    longest = (-1, 0)

    for _ in range(n):
        now = max(now, heapq.heappop(free_at))
        if not waiting:
            now = max(now, submitted[by_time[arrived]])
        while arrived < n and submitted[by_time[arrived]] <= now:
            waiting.append(by_time[arrived])
            arrived += 1

        build = min(waiting, key=lambda build: (-priority[build], submitted[build], build))
        waiting.remove(build)
        heapq.heappush(free_at, now + duration[build])
        wait = now - submitted[build]
        total += wait
        longest = max(longest, (wait, -(build + 1)))

    print(total, longest[0], -longest[1])


main()
