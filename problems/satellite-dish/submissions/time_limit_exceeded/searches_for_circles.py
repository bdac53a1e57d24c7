# Right but too slow: a search through the edges taken so far tells whether two vertices are connected.
# O(N * (N + M)).
import sys


def solution(dishes, cables):
    edges = [(cost, 1, 0, hut) for hut, cost in enumerate(dishes, start=1)]
    edges += [(cost, 0, u, v) for u, v, cost in cables]
    edges.sort()

    taken = [[] for _ in range(len(dishes) + 1)]

    def connected(start, end):
        seen = {start}
        stack = [start]
        while stack:
            vertex = stack.pop()
            if vertex == end:
                return True
            for near in taken[vertex]:
                if near not in seen:
                    seen.add(near)
                    stack.append(near)
        return False

    total = count = 0
    for cost, is_dish, u, v in edges:
        if not connected(u, v):
            taken[u].append(v)
            taken[v].append(u)
            total += cost
            count += is_dish
    return [total, count]


def main():
    n, m, *numbers = map(int, sys.stdin.buffer.read().split())
    rest = iter(numbers[n:])
    print(*solution(numbers[:n], list(zip(rest, rest, rest))))


main()
