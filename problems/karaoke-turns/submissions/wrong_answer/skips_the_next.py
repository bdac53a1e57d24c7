# Wrong: walks along the list by index while removing people from it, and so skips the next one.
# O(number of turns x N).
import sys


def main():
    _, k, *left = map(int, sys.stdin.buffer.read().split())

    goes_home_after = [0] * len(left)
    line = list(range(len(left)))
    sung = 0
    place = 0
    while line:
        place %= len(line)
        person = line[place]
        now = min(k, left[person])
        sung += now
        left[person] -= now
        if left[person] == 0:
            goes_home_after[person] = sung
            line.pop(place)
        place += 1
    print(*goes_home_after)


main()
