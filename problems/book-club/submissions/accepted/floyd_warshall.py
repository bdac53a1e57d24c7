# Floyd-Warshall, then the least (longest journey, sum of journeys, number) over all cafés.
# O(N^3 + N * K).
import sys

INFINITY = 10**9


def all_distances(n, roads):
    dist = [[INFINITY] * n for _ in range(n)]
    for i in range(n):
        dist[i][i] = 0
    for u, v, minutes in roads:
        dist[u - 1][v - 1] = min(dist[u - 1][v - 1], minutes)
    for k, through in enumerate(dist):
        for row in dist:
            first = row[k]
            if first < INFINITY and row is not through:
                row[:] = [min(way, first + rest) for way, rest in zip(row, through)]
    return dist


def solution(n, roads, homes):
    dist = all_distances(n, roads)
    best = None
    for cafe in range(n):
        journeys = [dist[home - 1][cafe] + dist[cafe][home - 1] for home in homes]
        if max(journeys) < INFINITY:
            rank = (max(journeys), sum(journeys), cafe + 1)
            best = rank if best is None else min(best, rank)
    if best is None:
        return [-1]
    longest, total, cafe = best
    return [cafe, longest, total]


def main():
    n, m, k, *numbers = map(int, sys.stdin.buffer.read().split())
    rest = iter(numbers[: 3 * m])
    print(*solution(n, list(zip(rest, rest, rest)), numbers[3 * m :]))


main()
