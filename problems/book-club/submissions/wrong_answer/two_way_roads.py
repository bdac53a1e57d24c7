# Wrong: takes the roads for two-way streets.
# O(N^3 + N * K).
import sys

INFINITY = 10**9


def solution(n, roads, homes):
    dist = [[INFINITY] * n for _ in range(n)]
    for i in range(n):
        dist[i][i] = 0
    for u, v, minutes in roads:
        dist[u - 1][v - 1] = min(dist[u - 1][v - 1], minutes)
        dist[v - 1][u - 1] = min(dist[v - 1][u - 1], minutes)
    for k in range(n):
        for row in dist:
            row[:] = [min(way, row[k] + rest) for way, rest in zip(row, dist[k])]
    best = (INFINITY, 0, 0)
    for cafe in range(n):
        journeys = [2 * dist[home - 1][cafe] for home in homes]
        best = min(best, (max(journeys), sum(journeys), cafe + 1))
    longest, total, cafe = best
    return [cafe, longest, total] if longest < INFINITY else [-1]


def main():
    n, m, k, *numbers = map(int, sys.stdin.buffer.read().split())
    rest = iter(numbers[: 3 * m])
    print(*solution(n, list(zip(rest, rest, rest)), numbers[3 * m :]))


main()
