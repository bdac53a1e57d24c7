# Right but too slow: visits every block of every rectangle.
# O(HW (M + Q)).
import sys


def main():
    numbers = list(map(int, sys.stdin.buffer.read().split()))
    h, w, k, m, q = numbers[:5]
    rectangles = list(zip(*[iter(numbers[5:])] * 4))

    cover = [[0] * (w + 1) for _ in range(h + 1)]
    for r1, c1, r2, c2 in rectangles[:m]:
        for r in range(r1, r2 + 1):
            row = cover[r]
            for c in range(c1, c2 + 1):
                row[c] += 1

    for r1, c1, r2, c2 in rectangles[m:]:
        print(sum(cover[r][c] >= k for r in range(r1, r2 + 1) for c in range(c1, c2 + 1)))


main()
