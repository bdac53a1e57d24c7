# A segment tree of minima; the first price of at most p is found by climbing right and descending.
# O((N + Q) log N).
import sys

INFINITY = 10**9


class Minima:
    """Positions count from 0; node i has the children 2i and 2i + 1, leaves begin at `size`."""

    def __init__(self, values):
        self.size = 1 << (len(values) - 1).bit_length()
        self.tree = [INFINITY] * self.size + values + [INFINITY] * (self.size - len(values))
        for node in range(self.size - 1, 0, -1):
            self.tree[node] = min(self.tree[2 * node], self.tree[2 * node + 1])

    def change(self, position, value):
        tree = self.tree
        node = self.size + position
        tree[node] = value
        while node > 1:
            node //= 2
            tree[node] = min(tree[2 * node], tree[2 * node + 1])

    def least(self, left, right):
        """The minimum of the positions left to right, both included."""
        tree = self.tree
        result = INFINITY
        left += self.size
        right += self.size + 1
        while left < right:
            if left & 1:
                result = min(result, tree[left])
                left += 1
            if right & 1:
                right -= 1
                result = min(result, tree[right])
            left //= 2
            right //= 2
        return result

    def first_at_most(self, left, limit):
        """The first position from left on whose value is at most the limit, or None."""
        tree = self.tree
        node = self.size + left
        while tree[node] > limit:
            while node & 1:
                node //= 2
            if node == 0:
                return None
            node += 1
        while node < self.size:
            node *= 2
            if tree[node] > limit:
                node += 1
        return node - self.size


def solution(prices, events):
    minima = Minima(prices)
    answers = []
    for kind, x, y in events:
        if kind == 1:
            minima.change(x - 1, y)
            continue
        limit = minima.least(x - 1, y - 1) if kind == 2 else y
        position = minima.first_at_most(x - 1, limit)
        answers.append(-1 if position is None else position + 1)
    return answers


def main():
    n, _, *numbers = map(int, sys.stdin.buffer.read().split())
    rest = iter(numbers[n:])
    print("\n".join(map(str, solution(numbers[:n], zip(rest, rest, rest)))))


main()
