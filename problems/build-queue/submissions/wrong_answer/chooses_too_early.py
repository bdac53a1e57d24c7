# Wrong: when a runner becomes idle, overlooks the builds submitted that very moment.
# O(N log N + N log K).
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
        while arrived < n and submitted[by_time[arrived]] < now:
            build = by_time[arrived]
            heapq.heappush(waiting, (-priority[build], submitted[build], build))
            arrived += 1
        if not waiting:
            now = max(now, submitted[by_time[arrived]])
            while arrived < n and submitted[by_time[arrived]] == now:
                build = by_time[arrived]
                heapq.heappush(waiting, (-priority[build], submitted[build], build))
                arrived += 1

        _, since, build = heapq.heappop(waiting)
        heapq.heappush(free_at, now + duration[build])
        total += now - since
        longest = max(longest, (now - since, -(build + 1)))

    print(total, longest[0], -longest[1])


main()
