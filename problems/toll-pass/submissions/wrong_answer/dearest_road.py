# Wrong: always buys the pass for the road with the highest toll, however few parcels use it.
import sys


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n = data[0]
    parcels = [0, *data[1 : n + 1]]
    roads = [[] for _ in range(n + 1)]
    rest = iter(data[n + 1 :])
    for u, v, toll in zip(rest, rest, rest):
        roads[u].append((v, toll))
        roads[v].append((u, toll))
    total = sum(parcels)

    dearest = max(data[n + 3 :: 3], default=0)
    for village in range(1, n + 1):
        for i, (near, toll) in enumerate(roads[village]):
            if toll == dearest and dearest > 0:
                roads[village][i] = (near, 0)
                roads[near] = [(v, 0 if v == village else w) for v, w in roads[near]]
                dearest = 0

    parent = [0] * (n + 1)
    toll_up = [0] * (n + 1)
    order = [1]
    for village in order:
        for near, toll in roads[village]:
            if near != parent[village]:
                parent[near] = village
                toll_up[near] = toll
                order.append(near)

    tolls = [0] * (n + 1)
    for village in reversed(order[1:]):
        tolls[1] += toll_up[village] * parcels[village]
        parcels[parent[village]] += parcels[village]
    for village in order[1:]:
        tolls[village] = tolls[parent[village]] + toll_up[village] * (total - 2 * parcels[village])
    print("\n".join(map(str, tolls[1:])))


main()
