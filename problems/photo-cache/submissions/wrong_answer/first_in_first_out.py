# Wrong: a hit leaves the order as it is, so the photo stored first is removed first.
# O(N) on average.
import sys
from collections import OrderedDict


def main():
    _, capacity, *numbers = map(int, sys.stdin.buffer.read().split())

    cache = OrderedDict()
    stored = hits = misses = evictions = 0
    for photo, size in zip(numbers[0::2], numbers[1::2]):
        if photo in cache:
            hits += 1
            continue
        misses += 1
        if size > capacity:
            continue
        while stored + size > capacity:
            _, freed = cache.popitem(last=False)
            stored -= freed
            evictions += 1
        cache[photo] = size
        stored += size
    print(hits, misses, evictions)


main()
