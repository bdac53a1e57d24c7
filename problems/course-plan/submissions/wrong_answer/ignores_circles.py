# Wrong: takes what can be taken and appends the rest in any order.
# O(N + M).
import sys


def main():
    n, m, *numbers = map(int, sys.stdin.buffer.read().split())
    followers = [[] for _ in range(n + 1)]
    missing = [0] * (n + 1)
    for a, b in zip(numbers[0::2], numbers[1::2]):
        followers[a].append(b)
        missing[b] += 1

    order = [course for course in range(1, n + 1) if missing[course] == 0]
    for course in order:
        for follower in followers[course]:
            missing[follower] -= 1
            if missing[follower] == 0:
                order.append(follower)

    order += [course for course in range(1, n + 1) if missing[course] > 0]
    print("YES")
    print(*order)


main()
