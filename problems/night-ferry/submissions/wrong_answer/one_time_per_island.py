# Wrong: keeps a single earliest time for each island, whatever vouchers are left.
# O(MK log(NK)).
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

    earliest = [inf] * (n + 1)
    earliest[1] = 0
    queue = [(0, 0, 1)]
    while queue:
        now, used, island = heapq.heappop(queue)
        if now > earliest[island]:
            continue
        for target, crossing, period in routes[island]:
            arrivals = [(-(-now // period) * period + crossing, used)]
            if used < k:
                arrivals.append((now + crossing, used + 1))
            for time, vouchers in arrivals:
                if time < earliest[target]:
                    earliest[target] = time
                    heapq.heappush(queue, (time, vouchers, target))
    print(earliest[n] if earliest[n] < inf else -1)


main()
