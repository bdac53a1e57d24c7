# Backtracking by rows: leaves a branch when a light interferes, or when the best cannot be beaten.
# At most some hundred thousand calls for N = 10.
import sys


def main():
    numbers = list(map(int, sys.stdin.buffer.read().split()))
    n = numbers[0]
    rows = [numbers[1 + n * r : 1 + n * (r + 1)] for r in range(n)]

    # The most that the rows from r on can add.
    bound = [0] * (n + 1)
    for r in reversed(range(n)):
        bound[r] = bound[r + 1] + max(rows[r])

    best = -1

    def place(r, taken, one_up, two_up, total):
        nonlocal best
        if r == n:
            best = max(best, total)
            return
        if total + bound[r] <= best:
            return
        for c, brightness in enumerate(rows[r]):
            if brightness == 0 or taken >> c & 1 or abs(c - one_up) == 1 or abs(c - two_up) == 2:
                continue
            place(r + 1, taken | 1 << c, c, one_up, total + brightness)

    nowhere = -9  # far from every column
    place(0, 0, nowhere, nowhere, 0)
    print(best)


main()
