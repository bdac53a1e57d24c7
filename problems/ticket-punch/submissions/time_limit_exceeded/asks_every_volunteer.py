# Right but too slow: asks every volunteer for each ticket.
# O(N * M + Q).
import sys
from itertools import accumulate


def solution(n, m, k, classes):
    holes = [0] + [
        sum(ticket % volunteer == 0 for volunteer in range(1, min(m, ticket) + 1))
        for ticket in range(1, n + 1)
    ]
    wins = list(accumulate(int(count == k) for count in holes))
    return [wins[right] - wins[left - 1] for left, right in classes]


def main():
    n, m, k, _, *numbers = map(int, sys.stdin.buffer.read().split())
    print("\n".join(map(str, solution(n, m, k, zip(numbers[0::2], numbers[1::2])))))


main()
