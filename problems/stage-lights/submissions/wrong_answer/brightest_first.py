# Wrong: takes the brightest hook that is still possible in each row, and never goes back.
# O(N^2).
import sys


def main():
    numbers = list(map(int, sys.stdin.buffer.read().split()))
    n = numbers[0]

    columns = []
    total = 0
    for r in range(n):
        row = numbers[1 + n * r : 1 + n * (r + 1)]
        possible = [
            c
            for c in range(n)
            if row[c] > 0
            and c not in columns
            and (r < 1 or abs(c - columns[-1]) != 1)
            and (r < 2 or abs(c - columns[-2]) != 2)
        ]
        if not possible:
            total = -1
            break
        columns.append(max(possible, key=lambda c: row[c]))
        total += row[columns[-1]]
    print(total)


main()
