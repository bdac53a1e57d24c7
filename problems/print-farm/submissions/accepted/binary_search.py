# Binary search on the time: the number of finished parts never falls as time passes.
# O(N log(answer)).
import sys


def main():
    n, parts, *numbers = map(int, sys.stdin.buffer.read().split())
    printers = [
        (t, c, c * t + r) for t, c, r in zip(numbers[0::3], numbers[1::3], numbers[2::3])
    ]

    def enough(time):
        finished = 0
        for t, c, cycle in printers:
            cycles, rest = divmod(time, cycle)
            # The rest may include cooling, in which nothing is printed.
            finished += cycles * c + min(c, rest // t)
            if finished >= parts:
                return True
        return False

    def alone(t, c, cycle):
        """When this printer would finish all the parts by itself."""
        cycles, last = divmod(parts - 1, c)
        return cycles * cycle + (last + 1) * t

    low, high = 0, min(alone(*printer) for printer in printers)
    while high - low > 1:  # enough(high), not enough(low)
        middle = (low + high) // 2
        if enough(middle):
            high = middle
        else:
            low = middle
    print(high)


main()
