# A stack of the buildings that nothing has hidden yet; their heights fall from west to east.
# O(N): each building is pushed and popped at most once.
import sys


def main():
    n, *numbers = map(int, sys.stdin.buffer.read().split())
    positions, heights = numbers[:n], numbers[n:]

    distance = [-1] * n
    waiting = []
    for i in range(n):
        while waiting and heights[waiting[-1]] <= heights[i]:
            hidden = waiting.pop()
            distance[hidden] = positions[i] - positions[hidden]
        waiting.append(i)
    print(*distance)


main()
