# Right but too slow: keeps a list of all signposts and crosses out one by one those that cannot be the summit.
# O(N) after each pair of measurements, O(N log N) in all.


def height(post):
    print("?", post, flush=True)
    return int(input())


def main():
    signposts = int(input())
    possible = bytearray([1]) * (signposts + 1)
    low, high = 1, signposts
    while low < high:
        middle = (low + high) // 2
        rises = height(middle) < height(middle + 1)
        for post in range(1, signposts + 1):
            if (post <= middle) == rises:
                possible[post] = 0
        low, high = possible.index(1, 1), possible.rindex(1)
    print("!", low, flush=True)


main()
