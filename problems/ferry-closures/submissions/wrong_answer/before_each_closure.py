# Wrong: tells the number of pairs before each closure, not after it.
import sys


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n, m, k = data[:3]
    ends_a, ends_b = data[3 : 3 + 2 * m : 2], data[4 : 3 + 2 * m : 2]
    closures = [line - 1 for line in data[3 + 2 * m : 3 + 2 * m + k]]

    parent = list(range(n + 1))
    size = [1] * (n + 1)

    def find(island):
        while parent[island] != island:
            parent[island] = parent[parent[island]]
            island = parent[island]
        return island

    def join(line):
        """Opens a line and tells how many pairs it connects anew."""
        a, b = find(ends_a[line]), find(ends_b[line])
        if a == b:
            return 0
        if size[a] < size[b]:
            a, b = b, a
        new_pairs = size[a] * size[b]
        parent[b] = a
        size[a] += size[b]
        return new_pairs

    closed = set(closures)
    pairs = sum(join(line) for line in range(m) if line not in closed)

    answers = []
    for line in reversed(closures):
        pairs += join(line)
        answers.append(pairs)
    print("\n".join(map(str, reversed(answers))))


main()
