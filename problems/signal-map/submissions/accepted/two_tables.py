# A difference array gives the stations over each block, 2D prefix sums count the stable blocks.
# O(HW + M + Q).
import sys
from itertools import accumulate


def coverage(h, w, stations):
    change = [[0] * (w + 1) for _ in range(h + 1)]
    for r1, c1, r2, c2 in stations:
        change[r1 - 1][c1 - 1] += 1
        change[r1 - 1][c2] -= 1
        change[r2][c1 - 1] -= 1
        change[r2][c2] += 1

    above = [0] * (w + 1)
    for row in change[:h]:
        above = [up + here for up, here in zip(above, accumulate(row))]
        yield above[:w]


def main():
    numbers = list(map(int, sys.stdin.buffer.read().split()))
    h, w, k, m, q = numbers[:5]
    rectangles = list(zip(*[iter(numbers[5:])] * 4))

    stable = [[0] * (w + 1)]
    for row in coverage(h, w, rectangles[:m]):
        marks = accumulate((count >= k for count in row), initial=0)
        stable.append([up + here for up, here in zip(stable[-1], marks)])

    answers = []
    for r1, c1, r2, c2 in rectangles[m:]:
        top, bottom = stable[r1 - 1], stable[r2]
        answers.append(bottom[c2] - bottom[c1 - 1] - top[c2] + top[c1 - 1])
    print("\n".join(map(str, answers)))


main()
