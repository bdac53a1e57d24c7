# Breadth-first search; names that differ in one letter share a pattern with that letter blanked out.
# O(N * L) patterns, and at most 26 * L names looked at for each name.
import sys
from collections import defaultdict


def solution(begin, target, names):
    if begin == target:
        return 0
    approved = set(names)
    length = len(begin)

    def patterns(name):
        return [name[:i] + "*" + name[i + 1 :] for i in range(length)]

    groups = defaultdict(list)
    for name in names:
        for pattern in patterns(name):
            groups[pattern].append(name)

    def neighbours(name):
        for pattern in patterns(name):
            # Each group need be looked at only once: all its names are reached then.
            yield from groups.pop(pattern, ())
        for i in range(length - 1):
            swapped = name[:i] + name[i + 1] + name[i] + name[i + 2 :]
            if swapped in approved:
                yield swapped

    reached = {begin}
    frontier = [begin]
    steps = 0
    while frontier:
        steps += 1
        following = []
        for name in frontier:
            for near in neighbours(name):
                if near not in reached:
                    if near == target:
                        return steps
                    reached.add(near)
                    following.append(near)
        frontier = following
    return -1


def main():
    _, begin, target, *names = sys.stdin.read().split()
    print(solution(begin, target, names))


main()
