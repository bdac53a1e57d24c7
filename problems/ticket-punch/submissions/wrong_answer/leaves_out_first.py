# Wrong: subtracts the winners up to ticket L itself, which the class has got, too.
# O(N log N + Q).
import sys
from itertools import accumulate


def solution(n, m, k, classes):
    holes = [0] * (n + 1)
    for volunteer in range(1, min(m, n) + 1):
        for ticket in range(volunteer, n + 1, volunteer):
            holes[ticket] += 1
    wins = list(accumulate(int(count == k) for count in holes))  # ticket 0 has no holes, and K > 0
    return [wins[right] - wins[left] for left, right in classes]


def main():
    n, m, k, _, *numbers = map(int, sys.stdin.buffer.read().split())
    print("\n".join(map(str, solution(n, m, k, zip(numbers[0::2], numbers[1::2])))))


main()
