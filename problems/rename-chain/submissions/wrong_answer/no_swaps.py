# Wrong: knows only replacements, so a swap takes two steps, or is impossible.
# O(26 * N * L).
import sys
from collections import deque
from string import ascii_lowercase


def solution(begin, target, names):
    steps = {begin: 0}
    approved = set(names)
    queue = deque([begin])
    while queue:
        name = queue.popleft()
        if name == target:
            return steps[name]
        for i in range(len(name)):
            for letter in ascii_lowercase:
                near = name[:i] + letter + name[i + 1 :]
                if near in approved and near not in steps:
                    steps[near] = steps[name] + 1
                    queue.append(near)
    return -1


def main():
    _, begin, target, *names = sys.stdin.read().split()
    print(solution(begin, target, names))


main()
