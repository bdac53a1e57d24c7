# Right but too slow: goes over the whole grid once a minute to see where one can be next.
# O(R * C) a minute, O((R * C)^2) in all.
import sys


def main():
    lines = sys.stdin.read().splitlines()
    rows, cols = map(int, lines[0].split())
    a, b = (int(x) - 1 for x in lines[1].split())
    flood = [list(map(int, line.split())) for line in lines[2 : rows + 2]]

    here = [[(r, c) == (a, b) for c in range(cols)] for r in range(rows)]
    minute = 0
    while any(map(any, here)):
        if any(here[0]):
            print(minute)
            return
        minute += 1
        following = [[False] * cols for _ in range(rows)]
        for r in range(rows):
            for c in range(cols):
                if here[r][c]:
                    for nr, nc in ((r, c), (r - 1, c), (r, c + 1), (r + 1, c), (r, c - 1)):
                        if 0 <= nr < rows and 0 <= nc < cols and minute < flood[nr][nc]:
                            following[nr][nc] = True
        here = following
    print(-1)


main()
