# Right but too slow: walks through the whole tree once for each village.
# O(N^2).
import sys


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n = data[0]
    roads = [[] for _ in range(n + 1)]
    rest = iter(data[n + 1 :])
    for u, v, toll in zip(rest, rest, rest):
        roads[u].append((v, toll))
        roads[v].append((u, toll))

    for warehouse in range(1, n + 1):
        parcels = [0, *data[1 : n + 1]]
        parent = [0] * (n + 1)
        toll_up = [0] * (n + 1)
        order = [warehouse]
        for village in order:
            for near, toll in roads[village]:
                if near != parent[village]:
                    parent[near] = village
                    toll_up[near] = toll
                    order.append(near)

        tolls = best_saving = 0
        for village in reversed(order[1:]):
            saving = toll_up[village] * parcels[village]
            tolls += saving
            best_saving = max(best_saving, saving)
            parcels[parent[village]] += parcels[village]
        print(tolls - best_saving)


main()
