# Wrong: finds the shortest way over cells that are dry at minute 0 and looks at the tide only at its end.
import sys
from collections import deque


def main():
    lines = sys.stdin.read().splitlines()
    rows, cols = map(int, lines[0].split())
    a, b = (int(x) - 1 for x in lines[1].split())
    flood = [list(map(int, line.split())) for line in lines[2 : rows + 2]]

    arrival = {(a, b): 0}
    queue = deque([(a, b)])
    while queue:
        r, c = queue.popleft()
        if r == 0 and arrival[r, c] < flood[r][c]:
            print(arrival[r, c])
            return
        for nr, nc in ((r - 1, c), (r, c + 1), (r + 1, c), (r, c - 1)):
            if 0 <= nr < rows and 0 <= nc < cols and flood[nr][nc] > 0 and (nr, nc) not in arrival:
                arrival[nr, nc] = arrival[r, c] + 1
                queue.append((nr, nc))
    print(-1)


main()
