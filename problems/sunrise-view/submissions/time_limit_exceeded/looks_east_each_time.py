# Right but too slow: looks east anew from each building.
# O(N^2) when the heights fall.
import sys


def main():
    n, *numbers = map(int, sys.stdin.buffer.read().split())
    positions, heights = numbers[:n], numbers[n:]

    distance = []
    for i in range(n):
        metres = -1
        for j in range(i + 1, n):
            if heights[j] >= heights[i]:
                metres = positions[j] - positions[i]
                break
        distance.append(metres)
    print(*distance)


main()
