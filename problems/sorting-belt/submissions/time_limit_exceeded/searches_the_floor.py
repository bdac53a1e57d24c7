# Right but too slow: before each move it searches the whole floor for the parcel.
# O(Q * T * R * C).
import sys

MOVES = [(-1, 0), (0, 1), (1, 0), (0, -1)]
BELTS = "^>v<"
SIDES = "URDL"


def find(parcel_on):
    for r, row in enumerate(parcel_on):
        for c, here in enumerate(row):
            if here:
                return r, c


def main():
    lines = sys.stdin.read().splitlines()
    rows, cols, limit = map(int, lines[0].split())
    floor = [list(line) for line in lines[1 : rows + 1]]
    parcel_on = [[False] * cols for _ in range(rows)]

    parcels = int(lines[rows + 1])
    for line in lines[rows + 2 : rows + 2 + parcels]:
        r, c = (int(x) - 1 for x in line.split())
        parcel_on[r][c] = True
        for move in range(1, limit + 1):
            r, c = find(parcel_on)
            parcel_on[r][c] = False
            if floor[r][c] in BELTS:
                d = BELTS.index(floor[r][c])
            else:
                d = SIDES.index(floor[r][c])
                floor[r][c] = SIDES[(d + 1) % 4]
            dr, dc = MOVES[d]
            if not (0 <= r + dr < rows and 0 <= c + dc < cols):
                print(SIDES[d], (c if dc == 0 else r) + 1, move)
                break
            parcel_on[r + dr][c + dc] = True
        else:
            r, c = find(parcel_on)
            parcel_on[r][c] = False
            print("X", r + 1, c + 1)


main()
