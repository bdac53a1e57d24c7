# Breadth-first search by minutes: arriving earlier is never worse, so the first arrival at a cell decides.
# O(R * C).
import sys


def minutes_to_shore(flood, start, cols):
    """Cells are numbered row by row; a border of flooded cells saves the bounds checks."""
    if start < 2 * cols:
        return 0
    reached = bytearray(len(flood))
    reached[start] = 1
    frontier = [start]
    minute = 0
    while frontier:
        minute += 1
        following = []
        for cell in frontier:
            for near in (cell - cols, cell - 1, cell + 1, cell + cols):
                if not reached[near] and minute < flood[near]:
                    if near < 2 * cols:
                        return minute
                    reached[near] = 1
                    following.append(near)
        frontier = following
    return -1


def main():
    lines = sys.stdin.read().splitlines()
    rows, cols = map(int, lines[0].split())
    a, b = map(int, lines[1].split())

    width = cols + 2
    flood = [0] * width
    for line in lines[2 : rows + 2]:
        flood += [0, *map(int, line.split()), 0]
    flood += [0] * width

    print(minutes_to_shore(flood, a * width + b, width))


main()
