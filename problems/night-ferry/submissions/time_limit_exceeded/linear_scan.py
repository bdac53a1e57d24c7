# Right but too slow: looks for the next vertex among all vertices, without a heap.
# O((NK)^2 + MK).
import sys
from math import inf


def main():
    n, m, k, *numbers = map(int, sys.stdin.buffer.read().split())
    routes = [[] for _ in range(n + 1)]
    for i in range(0, 4 * m, 4):
        u, v, crossing, period = numbers[i : i + 4]
        routes[u].append((v, crossing, period))
        routes[v].append((u, crossing, period))

    vertices = [(used, island) for used in range(k + 1) for island in range(1, n + 1)]
    earliest = {vertex: inf for vertex in vertices}
    earliest[0, 1] = 0
    unvisited = set(vertices)
    while unvisited:
        nearest = min(unvisited, key=earliest.__getitem__)
        unvisited.remove(nearest)
        used, island = nearest
        now = earliest[nearest]
        if now == inf:
            break
        for target, crossing, period in routes[island]:
            by_ferry = -(-now // period) * period + crossing
            earliest[used, target] = min(earliest[used, target], by_ferry)
            if used < k:
                by_taxi = now + crossing
                earliest[used + 1, target] = min(earliest[used + 1, target], by_taxi)

    answer = min(earliest[used, n] for used in range(k + 1))
    print(answer if answer < inf else -1)


main()
