# Right but too slow: moves the belts one square at a time.
# O(sum of all moves x (H + W)).
import sys


def main():
    h, w, q, *numbers = map(int, sys.stdin.buffer.read().split())
    plates = [numbers[w * r : w * (r + 1)] for r in range(h)]
    commands = numbers[w * h :]

    for belt, move in zip(commands[0::2], commands[1::2]):
        belt -= 1
        bottom, right = h - 1 - belt, w - 1 - belt
        squares = [(belt, c) for c in range(belt, right)]
        squares += [(r, right) for r in range(belt, bottom)]
        squares += [(bottom, c) for c in range(right, belt, -1)]
        squares += [(r, belt) for r in range(bottom, belt, -1)]
        if move < 0:
            squares.reverse()
        for _ in range(abs(move)):
            carried = plates[squares[-1][0]][squares[-1][1]]
            for r, c in squares:
                plates[r][c], carried = carried, plates[r][c]

    for row in plates:
        print(*row)


main()
