# Rerooting in two passes. Bottom up: parcels below each road and the best saving below each village.
# Top down: the tolls of a child from those of its parent, and the best saving outside its subtree, for which
# each village remembers its two best branches.
# O(N).
import sys


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n = data[0]
    parcels = [0, *data[1 : n + 1]]  # becomes the parcels in the whole subtree
    roads = [[] for _ in range(n + 1)]
    rest = iter(data[n + 1 :])
    for u, v, toll in zip(rest, rest, rest):
        roads[u].append((v, toll))
        roads[v].append((u, toll))
    total = sum(parcels)

    # Villages in an order in which parents precede children; recursion would be too deep.
    parent = [0] * (n + 1)
    toll_up = [0] * (n + 1)
    order = [1]
    for village in order:
        for near, toll in roads[village]:
            if near != parent[village]:
                parent[near] = village
                toll_up[near] = toll
                order.append(near)

    # The best saving in a branch: the road into it, or a road below.
    branch = [0] * (n + 1)
    best = [0] * (n + 1)
    second = [0] * (n + 1)
    tolls_from_1 = 0
    for village in reversed(order[1:]):
        above = parent[village]
        saving = toll_up[village] * parcels[village]
        tolls_from_1 += saving
        parcels[above] += parcels[village]
        branch[village] = max(saving, best[village])
        if branch[village] > best[above]:
            best[above], second[above] = branch[village], best[above]
        elif branch[village] > second[above]:
            second[above] = branch[village]

    tolls = [0] * (n + 1)
    outside = [0] * (n + 1)  # the best saving on a road outside the subtree
    tolls[1] = tolls_from_1
    for village in order[1:]:
        above = parent[village]
        parcels_outside = total - parcels[village]
        tolls[village] = tolls[above] + toll_up[village] * (parcels_outside - parcels[village])
        siblings = second[above] if branch[village] == best[above] else best[above]
        outside[village] = max(outside[above], siblings, toll_up[village] * parcels_outside)

    print("\n".join(str(tolls[v] - max(best[v], outside[v])) for v in range(1, n + 1)))


main()
