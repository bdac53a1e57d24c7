# Wrong: overlooks that a negative number moves the belt counter-clockwise.
# O(HW + Q).
import sys


def main():
    h, w, q, *numbers = map(int, sys.stdin.buffer.read().split())
    plates = [numbers[w * r : w * (r + 1)] for r in range(h)]
    commands = numbers[w * h :]

    moves = [0] * (min(h, w) // 2)
    for belt, move in zip(commands[0::2], commands[1::2]):
        moves[belt - 1] += abs(move)

    for belt, move in enumerate(moves):
        bottom, right = h - 1 - belt, w - 1 - belt
        squares = [(belt, c) for c in range(belt, right)]
        squares += [(r, right) for r in range(belt, bottom)]
        squares += [(bottom, c) for c in range(right, belt, -1)]
        squares += [(r, belt) for r in range(bottom, belt, -1)]
        before = [plates[r][c] for r, c in squares]
        for i, (r, c) in enumerate(squares):
            plates[r][c] = before[(i - move) % len(squares)]

    for row in plates:
        print(*row)


main()
