# Right but too slow: looks through all courses for the next one that can be taken.
# O(N^2 + M).
import sys


def main():
    n, m, *numbers = map(int, sys.stdin.buffer.read().split())
    followers = [[] for _ in range(n + 1)]
    missing = [0] * (n + 1)
    for a, b in zip(numbers[0::2], numbers[1::2]):
        followers[a].append(b)
        missing[b] += 1

    taken = [False] * (n + 1)
    order = []
    while True:
        ready = 0
        for course in range(1, n + 1):
            if missing[course] == 0 and not taken[course]:
                ready = course
                break
        if ready == 0:
            break
        taken[ready] = True
        order.append(ready)
        for follower in followers[ready]:
            missing[follower] -= 1

    if len(order) == n:
        print("YES")
        print(*order)
        return

    blocker = [0] * (n + 1)
    for a in range(1, n + 1):
        if not taken[a]:
            for b in followers[a]:
                blocker[b] = a
    course = taken.index(False, 1)
    place = {}
    while course not in place:
        place[course] = len(place)
        course = blocker[course]
    circle = list(place)[place[course] :][::-1]
    print("NO")
    print(len(circle))
    print(*circle)


main()
