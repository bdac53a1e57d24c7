# Takes the requests by their ends and puts each one into the studio that has been ready for the shortest time.
# The moments at which studios become ready are kept in a sorted list.
# O(N log N) comparisons; inserting into the list moves memory, but very fast.
import sys
from bisect import bisect_right, insort


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n, k, cleaning = data[:3]
    requests = sorted(zip(data[4 : 3 + 2 * n : 2], data[3 : 3 + 2 * n : 2]))

    ready = [0] * k
    granted = 0
    for end, start in requests:
        place = bisect_right(ready, start)
        if place > 0:
            del ready[place - 1]
            insort(ready, end + cleaning)
            granted += 1
    print(granted)


main()
