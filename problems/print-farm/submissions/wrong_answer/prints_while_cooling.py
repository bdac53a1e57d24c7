# Wrong: takes all that is left of the last cycle for printing, cooling included.
# O(N log(answer)).
import sys


def main():
    n, parts, *numbers = map(int, sys.stdin.buffer.read().split())
    printers = [
        (t, c, c * t + r) for t, c, r in zip(numbers[0::3], numbers[1::3], numbers[2::3])
    ]

    low, high = 0, 2 * 10**18
    while high - low > 1:
        middle = (low + high) // 2
        if sum(middle // cycle * c + middle % cycle // t for t, c, cycle in printers) >= parts:
            high = middle
        else:
            low = middle
    print(high)


main()
