# Right but too slow: looks through all stored photos for the one that waits longest.
# O(N^2).
import sys


def main():
    _, capacity, *numbers = map(int, sys.stdin.buffer.read().split())

    size_of = {}
    last_request = {}  # of the stored photos
    stored = hits = misses = evictions = 0
    for now, (photo, size) in enumerate(zip(numbers[0::2], numbers[1::2])):
        size_of[photo] = size
        if photo in last_request:
            hits += 1
            last_request[photo] = now
            continue
        misses += 1
        if size > capacity:
            continue
        while stored + size > capacity:
            oldest = min(last_request, key=last_request.get)
            del last_request[oldest]
            stored -= size_of[oldest]
            evictions += 1
        last_request[photo] = now
        stored += size
    print(hits, misses, evictions)


main()
