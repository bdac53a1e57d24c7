# Right but too slow: goes through the stations one by one for each question.
# O(N * Q).
import sys


def solution(prices, events):
    answers = []
    for kind, x, y in events:
        if kind == 1:
            prices[x - 1] = y
        elif kind == 2:
            answers.append(min(range(x, y + 1), key=lambda station: prices[station - 1]))
        else:
            cheap = (station for station in range(x, len(prices) + 1) if prices[station - 1] <= y)
            answers.append(next(cheap, -1))
    return answers


def main():
    n, _, *numbers = map(int, sys.stdin.buffer.read().split())
    rest = iter(numbers[n:])
    print("\n".join(map(str, solution(numbers[:n], zip(rest, rest, rest)))))


main()
