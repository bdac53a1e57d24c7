# Wrong: the difference array ends a station's rectangle one row and one column too early.
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
        change[r1 - 1][c2 - 1] -= 1
        change[r2 - 1][c1 - 1] -= 1
        change[r2 - 1][c2 - 1] += 1

    above = [0] * (w + 1)
    stable = [[0] * (w + 1)]
    for row in change[:h]:
        above = [up + here for up, here in zip(above, accumulate(row))]
        marks = accumulate((count >= k for count in above[:w]), initial=0)
        stable.append([up + here for up, here in zip(stable[-1], marks)])

    for r1, c1, r2, c2 in rectangles[m:]:
        top, bottom = stable[r1 - 1], stable[r2]
        print(bottom[c2] - bottom[c1 - 1] - top[c2] + top[c1 - 1])


main()
