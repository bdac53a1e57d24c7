# Wrong: takes the next ferry even if one leaves at the moment of arrival.
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

    earliest = [[inf] * (n + 1) for _ in range(k + 1)]
    earliest[0][1] = 0
    queue = [(0, 0, 1)]
    while queue:
        now, used, island = heapq.heappop(queue)
        if island == n:
            print(now)
            return
        if now > earliest[used][island]:
            continue
        for target, crossing, period in routes[island]:
            departure = (now // period + 1) * period if now > 0 else 0
            arrivals = [(departure + crossing, used)]
            if used < k:
                arrivals.append((now + crossing, used + 1))
            for time, vouchers in arrivals:
                if time < earliest[vouchers][target]:
                    earliest[vouchers][target] = time
                    heapq.heappush(queue, (time, vouchers, target))
    print(-1)


main()
