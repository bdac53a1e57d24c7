# Wrong: spreads the cooling evenly over the parts, as if a printer made c parts
# in c * t + r seconds at a constant speed.
# O(N log(answer)).
import sys


def main():
    n, parts, *numbers = map(int, sys.stdin.buffer.read().split())
    printers = [(c, c * t + r) for t, c, r in zip(numbers[0::3], numbers[1::3], numbers[2::3])]

    low, high = 0, 2 * 10**18
    while high - low > 1:
        middle = (low + high) // 2
        if sum(middle * c // cycle for c, cycle in printers) >= parts:
            high = middle
        else:
            low = middle
    print(high)


main()
