# Golden-section search with Fibonacci numbers: of the two signposts inside the range, one can be used again
# in the next step, so each step costs a single measurement and leaves 62 % of the range.
# log(N) / log(1.618), at most 35 measurements.

BELOW_ALL = -(10**10)


def main():
    signposts = int(input())
    heights = {}

    def height(post):
        if post > signposts:
            # Beyond the end the trail goes down ever further.
            return BELOW_ALL - post
        if post not in heights:
            print("?", post, flush=True)
            heights[post] = int(input())
        return heights[post]

    # The summit is strictly between low and low + longer + shorter; inside are Fibonacci many posts, less one.
    shorter, longer = 1, 1
    while longer + shorter <= signposts:
        shorter, longer = longer, shorter + longer
    low = 0
    while longer > 1:
        if height(low + shorter) < height(low + longer):
            low += shorter
            shorter, longer = longer - shorter, shorter
        else:
            shorter, longer = longer - shorter, shorter
    print("!", low + 1, flush=True)


main()
