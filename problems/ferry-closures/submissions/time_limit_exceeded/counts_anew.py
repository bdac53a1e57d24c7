# Right but too slow: searches all islands again after each closure.
# O(K * (N + M)).
import sys


def connected_pairs(neighbours):
    pairs = 0
    seen = bytearray(len(neighbours))
    for first in range(1, len(neighbours)):
        if seen[first]:
            continue
        seen[first] = 1
        stack = [first]
        count = 0
        while stack:
            island = stack.pop()
            count += 1
            for near in neighbours[island]:
                if not seen[near]:
                    seen[near] = 1
                    stack.append(near)
        pairs += count * (count - 1) // 2
    return pairs


def main():
    lines = sys.stdin.read().splitlines()
    n, m, k = map(int, lines[0].split())
    ferries = [tuple(map(int, line.split())) for line in lines[1 : m + 1]]

    neighbours = [[] for _ in range(n + 1)]
    for a, b in ferries:
        neighbours[a].append(b)
        neighbours[b].append(a)

    for line in lines[m + 1 : m + 1 + k]:
        a, b = ferries[int(line) - 1]
        neighbours[a].remove(b)
        neighbours[b].remove(a)
        print(connected_pairs(neighbours))


main()
