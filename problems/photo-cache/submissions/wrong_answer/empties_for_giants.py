# Wrong: empties the cache for a photo that can never fit.
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
            cache.move_to_end(photo)
            continue
        misses += 1
        while cache and stored + size > capacity:
            _, freed = cache.popitem(last=False)
            stored -= freed
            evictions += 1
        if stored + size <= capacity:
            cache[photo] = size
            stored += size
    print(hits, misses, evictions)


main()
