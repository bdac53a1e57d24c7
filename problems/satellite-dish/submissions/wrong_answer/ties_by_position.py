# Wrong: sorts by the cost alone, so dishes come before cables of the same cost.
# O((N + M) log(N + M)).
import sys


def solution(dishes, cables):
    edges = [(cost, 1, 0, hut) for hut, cost in enumerate(dishes, start=1)]
    edges += [(cost, 0, u, v) for u, v, cost in cables]
    edges.sort(key=lambda edge: edge[0])

    parent = list(range(len(dishes) + 1))

    def find(vertex):
        while parent[vertex] != vertex:
            parent[vertex] = parent[parent[vertex]]
            vertex = parent[vertex]
        return vertex

    total = count = 0
    for cost, is_dish, u, v in edges:
        a, b = find(u), find(v)
        if a != b:
            parent[a] = b
            total += cost
            count += is_dish
    return [total, count]


def main():
    n, m, *numbers = map(int, sys.stdin.buffer.read().split())
    rest = iter(numbers[n:])
    print(*solution(numbers[:n], list(zip(rest, rest, rest))))


main()
