# Right but too slow: compares each name with every approved name.
# O(N^2 * L).
import sys
from collections import deque


def one_step(a, b):
    different = [i for i, (x, y) in enumerate(zip(a, b)) if x != y]
    if len(different) == 1:
        return True
    if len(different) == 2:
        i, j = different
        return j == i + 1 and a[i] == b[j] and a[j] == b[i]
    return False


def solution(begin, target, names):
    steps = {begin: 0}
    queue = deque([begin])
    while queue:
        name = queue.popleft()
        if name == target:
            return steps[name]
        for near in names:
            if near not in steps and one_step(name, near):
                steps[near] = steps[name] + 1
                queue.append(near)
    return -1


def main():
    _, begin, target, *names = sys.stdin.read().split()
    print(solution(begin, target, names))


main()
