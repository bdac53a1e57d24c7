# Right but too slow: a search from each chamber finds how far away the farthest one is.
# O(N^2).
import sys


def farthest(start, tunnels):
    """The distance of the farthest chamber, and all chambers of the system."""
    distance = {start: 0}
    order = [start]
    for here in order:
        for near, length in tunnels[here]:
            if near not in distance:
                distance[near] = distance[here] + length
                order.append(near)
    return max(distance.values()), order


def solution(n, length, tunnel_list):
    tunnels = [[] for _ in range(n + 1)]
    for u, v, w in tunnel_list:
        tunnels[u].append((v, w))
        tunnels[v].append((u, w))

    seen = set()
    answer, joined = 0, length
    for chamber in range(1, n + 1):
        if chamber not in seen:
            _, system = farthest(chamber, tunnels)
            seen.update(system)
            ways = [farthest(start, tunnels)[0] for start in system]
            answer = max(answer, *ways)
            joined += min(ways)
    return max(answer, joined)


def main():
    n, _, length, *numbers = map(int, sys.stdin.buffer.read().split())
    rest = iter(numbers)
    print(solution(n, length, zip(rest, rest, rest)))


main()
