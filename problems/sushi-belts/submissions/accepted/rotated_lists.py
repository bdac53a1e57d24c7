# Adds up the moves of each belt, and rotates the list of its plates once.
# O(HW + Q).
import sys


def squares_of(belt, h, w):
    """The squares of a belt, clockwise from its top left corner."""
    top, left, bottom, right = belt, belt, h - 1 - belt, w - 1 - belt
    return (
        [(top, c) for c in range(left, right)]
        + [(r, right) for r in range(top, bottom)]
        + [(bottom, c) for c in range(right, left, -1)]
        + [(r, left) for r in range(bottom, top, -1)]
    )


def main():
    h, w, q, *numbers = map(int, sys.stdin.buffer.read().split())
    plates = [numbers[w * r : w * (r + 1)] for r in range(h)]
    commands = numbers[w * h :]

    moves = [0] * (min(h, w) // 2)
    for belt, move in zip(commands[0::2], commands[1::2]):
        moves[belt - 1] += move

    for belt, move in enumerate(moves):
        squares = squares_of(belt, h, w)
        before = [plates[r][c] for r, c in squares]
        for i, (r, c) in enumerate(squares):
            plates[r][c] = before[(i - move) % len(squares)]

    for row in plates:
        print(*row)


main()
