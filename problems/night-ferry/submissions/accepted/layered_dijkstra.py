# Dijkstra over (island, vouchers used). Arriving earlier never hurts, so the waiting
# for a ferry can simply be part of the cost. O(MK log(NK)).
import heapq
import sys
from math import inf


def main():
    n, m, k, *numbers = map(int, sys.stdin.buffer.read().split())
    routes = [[] for _ in range(n + 1)]
    for i in range(0, 4 * m, 4):
        u, v, crossing, period = numbers[i : i + 4]
        routes[u].append((v, crossing, period))
        routes[v].append((u, crossing, period))

    earliest = [[inf] * (n + 1) for _ in range(k + 1)]
    earliest[0][1] = 0
    queue = [(0, 0, 1)]
    while queue:
        now, used, island = heapq.heappop(queue)
        if island == n:
            print(now)
            return
        here = earliest[used]
        if now > here[island]:
            continue  # an earlier arrival has been handled
        with_taxi = earliest[used + 1] if used < k else None
        for target, crossing, period in routes[island]:
            by_ferry = -(-now // period) * period + crossing
            if by_ferry < here[target]:
                here[target] = by_ferry
                heapq.heappush(queue, (by_ferry, used, target))
            if with_taxi is not None and now + crossing < with_taxi[target]:
                with_taxi[target] = now + crossing
                heapq.heappush(queue, (now + crossing, used + 1, target))
    print(-1)


main()
