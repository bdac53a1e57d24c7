# Wrong: accepts the target as soon as it is one step away, approved or not.
# O(26 * N * L).
import sys
from collections import deque
from string import ascii_lowercase


def one_step_from(name):
    for i in range(len(name)):
        for letter in ascii_lowercase:
            yield name[:i] + letter + name[i + 1 :]
    for i in range(len(name) - 1):
        yield name[:i] + name[i + 1] + name[i] + name[i + 2 :]


def solution(begin, target, names):
    approved = {*names, target}
    steps = {begin: 0}
    queue = deque([begin])
    while queue:
        name = queue.popleft()
        if name == target:
            return steps[name]
        for near in one_step_from(name):
            if near in approved and near not in steps:
                steps[near] = steps[name] + 1
                queue.append(near)
    return -1


def main():
    _, begin, target, *names = sys.stdin.read().split()
    print(solution(begin, target, names))


main()
