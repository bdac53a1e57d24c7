# Plays the evening with a queue: the front sings, and joins the end if songs are left.
# O(number of turns), which is at most the number of songs.
import sys
from collections import deque


def main():
    _, k, *left = map(int, sys.stdin.buffer.read().split())

    goes_home_after = [0] * len(left)
    line = deque(range(len(left)))
    sung = 0
    while line:
        person = line.popleft()
        now = min(k, left[person])
        sung += now
        left[person] -= now
        if left[person]:
            line.append(person)
        else:
            goes_home_after[person] = sung
    print(*goes_home_after)


main()
