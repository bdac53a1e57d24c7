# Right but too slow for many studios (50 points): looks at all of them for each request.
# O(N * K).
import sys


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n, k, cleaning = data[:3]
    requests = sorted(zip(data[4 : 3 + 2 * n : 2], data[3 : 3 + 2 * n : 2]))

    ready = [0] * k
    granted = 0
    for end, start in requests:
        best = None
        for studio in range(k):
            if ready[studio] <= start and (best is None or ready[studio] > ready[best]):
                best = studio
        if best is not None:
            ready[best] = end + cleaning
            granted += 1
    print(granted)


main()
