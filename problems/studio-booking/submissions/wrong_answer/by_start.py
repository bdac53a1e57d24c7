# Wrong (0 points): takes the requests by their starts, so that a single long one shuts out many short ones.
import sys
from bisect import bisect_right, insort


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n, k, cleaning = data[:3]
    requests = sorted(zip(data[3 : 3 + 2 * n : 2], data[4 : 3 + 2 * n : 2]))

    ready = [0] * k
    granted = 0
    for start, end in requests:
        place = bisect_right(ready, start)
        if place > 0:
            del ready[place - 1]
            insort(ready, end + cleaning)
            granted += 1
    print(granted)


main()
