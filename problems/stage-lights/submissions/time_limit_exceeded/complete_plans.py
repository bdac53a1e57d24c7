# Right but too slow: looks at a plan only when all its lights are placed.
# O(N! N).
import sys


def main():
    numbers = list(map(int, sys.stdin.buffer.read().split()))
    n = numbers[0]
    rows = [numbers[1 + n * r : 1 + n * (r + 1)] for r in range(n)]

    best = -1
    columns = []

    def keeps_the_rules():
        for r, c in enumerate(columns):
            if rows[r][c] == 0:
                return False
            if any(abs(c - columns[above]) == r - above for above in range(max(0, r - 2), r)):
                return False
        return True

    def place(r, total):
        nonlocal best
        if r == n:
            if keeps_the_rules():
                best = max(best, total)
            return
        for c in range(n):
            if c not in columns:
                columns.append(c)
                place(r + 1, total + rows[r][c])
                columns.pop()

    place(0, 0)
    print(best)


main()
