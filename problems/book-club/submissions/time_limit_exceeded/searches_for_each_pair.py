# Right but too slow: two runs of Dijkstra for each pair of café and member.
# O(N * K * M log M).
import heapq
import sys

INFINITY = 10**9


def minutes_between(start, end, ways):
    dist = {start: 0}
    queue = [(0, start)]
    while queue:
        minutes, here = heapq.heappop(queue)
        if here == end:
            return minutes
        if minutes > dist[here]:
            continue
        for near, more in ways[here]:
            if minutes + more < dist.get(near, INFINITY):
                dist[near] = minutes + more
                heapq.heappush(queue, (minutes + more, near))
    return INFINITY


def solution(n, roads, homes):
    ways = [[] for _ in range(n + 1)]
    for u, v, minutes in roads:
        ways[u].append((v, minutes))
    best = (INFINITY, 0, 0)
    for cafe in range(1, n + 1):
        journeys = [minutes_between(h, cafe, ways) + minutes_between(cafe, h, ways) for h in homes]
        best = min(best, (max(journeys), sum(journeys), cafe))
    longest, total, cafe = best
    return [cafe, longest, total] if longest < INFINITY else [-1]


def main():
    n, m, k, *numbers = map(int, sys.stdin.buffer.read().split())
    rest = iter(numbers[: 3 * m])
    print(*solution(n, list(zip(rest, rest, rest)), numbers[3 * m :]))


main()
