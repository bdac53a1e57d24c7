# Wrong: counts K songs for each turn, also when fewer are left.
# O(number of turns).
import sys
from collections import deque


def main():
    _, k, *left = map(int, sys.stdin.buffer.read().split())

    goes_home_after = [0] * len(left)
    line = deque(range(len(left)))
    sung = 0
    while line:
        person = line.popleft()
        sung += k
        left[person] -= k
        if left[person] > 0:
            line.append(person)
        else:
            goes_home_after[person] = sung
    print(*goes_home_after)


main()
