# Wrong: adds up the ways through each cafe, so a way past two cafes counts twice.
# O(HW).
import sys

MODULUS = 1_000_000_007


def ways(streets):
    table = [[0] * len(streets[0]) for _ in streets]
    for r, row in enumerate(streets):
        for c, crossing in enumerate(row):
            if crossing == "#":
                continue
            above = table[r - 1][c] if r else 0
            left = table[r][c - 1] if c else 0
            table[r][c] = (1 if r == c == 0 else above + left) % MODULUS
    return table


def main():
    _, _, *streets = sys.stdin.read().split()
    to = ways(streets)
    onward = [row[::-1] for row in ways([row[::-1] for row in streets[::-1]])[::-1]]
    total = 0
    for r, row in enumerate(streets):
        for c, crossing in enumerate(row):
            if crossing == "C":
                total += to[r][c] * onward[r][c]
    print(total % MODULUS)


main()
