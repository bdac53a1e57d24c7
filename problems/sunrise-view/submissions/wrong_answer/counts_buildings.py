# Wrong: counts the buildings on the way in place of the metres.
# O(N).
import sys


def main():
    n, *numbers = map(int, sys.stdin.buffer.read().split())
    heights = numbers[n:]

    distance = [-1] * n
    waiting = []
    for i in range(n):
        while waiting and heights[waiting[-1]] <= heights[i]:
            hidden = waiting.pop()
            distance[hidden] = i - hidden
        waiting.append(i)
    print(*distance)


main()
