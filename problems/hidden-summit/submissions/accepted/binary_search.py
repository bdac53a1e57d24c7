# Binary search for the first signpost from which the trail goes down.
# Two measurements halve the range: 2 * log2(N), at most 48 measurements.


def height(post):
    print("?", post, flush=True)
    return int(input())


def main():
    low, high = 1, int(input())  # the summit is in low..high
    while low < high:
        middle = (low + high) // 2
        if height(middle) < height(middle + 1):
            low = middle + 1
        else:
            high = middle
    print("!", low, flush=True)


main()
