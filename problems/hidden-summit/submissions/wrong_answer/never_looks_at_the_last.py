# Wrong: leaves out both ends of the trail, which may be the summit.


def height(post):
    print("?", post, flush=True)
    return int(input())


def main():
    signposts = int(input())
    low, high = 2, max(2, signposts - 1)
    while low < high:
        middle = (low + high) // 2
        if height(middle) < height(middle + 1):
            low = middle + 1
        else:
            high = middle
    print("!", min(low, signposts), flush=True)


main()
