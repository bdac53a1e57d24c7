# Right for few requests only (20 points): tries every choice of requests.
# O(2^N * N log K).
import sys
from heapq import heapreplace


def fits(requests, k, cleaning):
    """Whether all these requests, in order of their starts, can be granted."""
    ready = [0] * k
    for start, end in requests:
        if ready[0] > start:
            return False
        heapreplace(ready, end + cleaning)
    return True


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n, k, cleaning = data[:3]
    requests = sorted(zip(data[3 : 3 + 2 * n : 2], data[4 : 3 + 2 * n : 2]))

    most = 0
    choice = 0
    while choice < 1 << n:
        granted = [request for i, request in enumerate(requests) if choice >> i & 1]
        if len(granted) > most and fits(granted, k, cleaning):
            most = len(granted)
        choice += 1
    print(most)


main()
