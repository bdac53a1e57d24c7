# The right idea, but the recursion is as deep as the tree: a row of villages ends in a RecursionError.
# O(N).
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
    branches = [[] for _ in range(n + 1)]  # (best saving in a branch, child), the best first
    answers = [0] * (n + 1)

    def collect(village, parent):
        """The tolls from this village to its subtree."""
        tolls = 0
        for near, toll in roads[village]:
            if near != parent:
                tolls += collect(near, village) + toll * parcels[near]
                below = branches[near][0][0] if branches[near] else 0
                branches[village].append((max(toll * parcels[near], below), near))
                parcels[village] += parcels[near]
        branches[village].sort(reverse=True)
        return tolls

    def hand_down(village, parent, tolls, outside):
        answers[village] = tolls - max([outside] + [saving for saving, _ in branches[village][:1]])
        for near, toll in roads[village]:
            if near != parent:
                siblings = [saving for saving, child in branches[village][:2] if child != near]
                parcels_outside = total - parcels[near]
                hand_down(
                    near,
                    village,
                    tolls + toll * (parcels_outside - parcels[near]),
                    max([outside, toll * parcels_outside, *siblings]),
                )

    hand_down(1, 0, collect(1, 0), 0)
    print("\n".join(map(str, answers[1:])))


main()
