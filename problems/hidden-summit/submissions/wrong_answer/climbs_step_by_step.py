# Wrong: walks up from the first signpost and needs far more than 50 measurements.


def height(post):
    print("?", post, flush=True)
    return int(input())


def main():
    signposts = int(input())
    post, here = 1, height(1)
    while post < signposts:
        following = height(post + 1)
        if following < here:
            break
        post, here = post + 1, following
    print("!", post, flush=True)


main()
