# Wrong: puts all turntables back to their first direction for each parcel.
import sys

MOVES = [(-1, 0), (0, 1), (1, 0), (0, -1)]
BELTS = "^>v<"
SIDES = "URDL"


def main():
    lines = sys.stdin.read().splitlines()
    rows, cols, limit = map(int, lines[0].split())
    floor = lines[1 : rows + 1]
    turns = [[cell in SIDES for cell in row] for row in floor]

    parcels = int(lines[rows + 1])
    for line in lines[rows + 2 : rows + 2 + parcels]:
        direction = [[(SIDES if cell in SIDES else BELTS).index(cell) for cell in row] for row in floor]
        r, c = (int(x) - 1 for x in line.split())
        for move in range(1, limit + 1):
            d = direction[r][c]
            if turns[r][c]:
                direction[r][c] = (d + 1) % 4
            dr, dc = MOVES[d]
            if not (0 <= r + dr < rows and 0 <= c + dc < cols):
                print(SIDES[d], (c if dc == 0 else r) + 1, move)
                break
            r += dr
            c += dc
        else:
            print("X", r + 1, c + 1)


main()
