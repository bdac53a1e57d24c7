# Wrong: a building of equal height is taken not to hide the sunrise.
# O(N).
import sys


def main():
    n, *numbers = map(int, sys.stdin.buffer.read().split())
    positions, heights = numbers[:n], numbers[n:]

    distance = [-1] * n
    waiting = []
    for i in range(n):
        while waiting and heights[waiting[-1]] < heights[i]:
            hidden = waiting.pop()
            distance[hidden] = positions[i] - positions[hidden]
        waiting.append(i)
    print(*distance)


main()
