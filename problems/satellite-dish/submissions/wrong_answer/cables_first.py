# Wrong: connects whatever cables can connect, then puts the cheapest dish into each component.
# O(M log M + N).
import sys


def solution(dishes, cables):
    parent = list(range(len(dishes) + 1))

    def find(vertex):
        while parent[vertex] != vertex:
            parent[vertex] = parent[parent[vertex]]
            vertex = parent[vertex]
        return vertex

    total = 0
    for u, v, cost in sorted(cables, key=lambda cable: cable[2]):
        a, b = find(u), find(v)
        if a != b:
            parent[a] = b
            total += cost

    cheapest = {}
    for hut, cost in enumerate(dishes, start=1):
        root = find(hut)
        cheapest[root] = min(cost, cheapest.get(root, cost))
    return [total + sum(cheapest.values()), len(cheapest)]


def main():
    n, m, *numbers = map(int, sys.stdin.buffer.read().split())
    rest = iter(numbers[n:])
    print(*solution(numbers[:n], list(zip(rest, rest, rest))))


main()
