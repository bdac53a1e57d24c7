# Wrong: takes away the blocks above and to the left, but never adds back those taken away twice.
# O(HW + M + Q).
import sys
from itertools import accumulate


def main():
    numbers = list(map(int, sys.stdin.buffer.read().split()))
    h, w, k, m, q = numbers[:5]
    rectangles = list(zip(*[iter(numbers[5:])] * 4))

    change = [[0] * (w + 1) for _ in range(h + 1)]
    for r1, c1, r2, c2 in rectangles[:m]:
        change[r1 - 1][c1 - 1] += 1
        change[r1 - 1][c2] -= 1
        change[r2][c1 - 1] -= 1
        change[r2][c2] += 1

    above = [0] * (w + 1)
    stable = [[0] * (w + 1)]
    for row in change[:h]:
        above = [up + here for up, here in zip(above, accumulate(row))]
        marks = accumulate((count >= k for count in above[:w]), initial=0)
        stable.append([up + here for up, here in zip(stable[-1], marks)])

    for r1, c1, r2, c2 in rectangles[m:]:
        print(stable[r2][c2] - stable[r2][c1 - 1] - stable[r1 - 1][c2])


main()
