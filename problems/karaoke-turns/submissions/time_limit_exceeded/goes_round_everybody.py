# Right but too slow: goes round all people, also those who have gone home.
# O(N x number of rounds).
import sys


def main():
    n, k, *left = map(int, sys.stdin.buffer.read().split())

    goes_home_after = [0] * n
    sung = 0
    total = sum(left)
    while sung < total:
        for person in range(n):
            if left[person] > 0:
                now = min(k, left[person])
                sung += now
                left[person] -= now
                if left[person] == 0:
                    goes_home_after[person] = sung
    print(*goes_home_after)


main()
