# Wrong: takes half the diameter, rounded up, for the radius.
# O(N).
import sys


def search(start, tunnels):
    """Chambers in the order of the search, with distances and the chambers before them."""
    distance = {start: 0}
    before = {start: None}
    order = [start]
    for here in order:
        for near, length in tunnels[here]:
            if near != before[here]:
                distance[near] = distance[here] + length
                before[near] = here
                order.append(near)
    return distance, before


def diameter_and_radius(end, tunnels):
    """Of the tree, from one end of a diameter."""
    distance, _ = search(end, tunnels)
    here = max(distance, key=distance.get)
    return distance[here], (distance[here] + 1) // 2


def solution(n, length, tunnel_list):
    tunnels = [[] for _ in range(n + 1)]
    for u, v, w in tunnel_list:
        tunnels[u].append((v, w))
        tunnels[v].append((u, w))

    seen = set()
    answer, joined = 0, length
    for chamber in range(1, n + 1):
        if chamber not in seen:
            distance, _ = search(chamber, tunnels)
            seen.update(distance)
            diameter, radius = diameter_and_radius(max(distance, key=distance.get), tunnels)
            answer = max(answer, diameter)
            joined += radius
    return max(answer, joined)


def main():
    n, _, length, *numbers = map(int, sys.stdin.buffer.read().split())
    rest = iter(numbers)
    print(solution(n, length, zip(rest, rest, rest)))


main()
