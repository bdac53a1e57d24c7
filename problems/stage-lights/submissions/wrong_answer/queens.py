# Wrong: keeps whole diagonals free, as with queens in chess.
# Far fewer than N! calls.
import sys


def main():
    numbers = list(map(int, sys.stdin.buffer.read().split()))
    n = numbers[0]
    rows = [numbers[1 + n * r : 1 + n * (r + 1)] for r in range(n)]

    best = -1

    def place(r, columns, total):
        nonlocal best
        if r == n:
            best = max(best, total)
            return
        for c, brightness in enumerate(rows[r]):
            if brightness == 0 or c in columns:
                continue
            if any(abs(c - other) == r - above for above, other in enumerate(columns)):
                continue
            place(r + 1, [*columns, c], total + brightness)

    place(0, [], 0)
    print(best)


main()
