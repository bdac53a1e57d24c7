# Kahn's topological sort. If courses are left over, each of them has a prerequisite
# that is left over too, so walking back along these must run into a circle. O(N + M).
import sys


def main():
    n, m, *numbers = map(int, sys.stdin.buffer.read().split())
    followers = [[] for _ in range(n + 1)]
    missing = [0] * (n + 1)  # prerequisites not yet taken
    for a, b in zip(numbers[0::2], numbers[1::2]):
        followers[a].append(b)
        missing[b] += 1

    order = [course for course in range(1, n + 1) if missing[course] == 0]
    for course in order:  # grows while we walk along it
        for follower in followers[course]:
            missing[follower] -= 1
            if missing[follower] == 0:
                order.append(follower)

    if len(order) == n:
        print("YES")
        print(*order)
        return

    blocker = [0] * (n + 1)  # a prerequisite that is left over
    for a in range(1, n + 1):
        if missing[a] > 0:
            for b in followers[a]:
                blocker[b] = a

    course = next(course for course in range(1, n + 1) if missing[course] > 0)
    place = {}  # where on the walk each course was met
    walk = []
    while course not in place:
        place[course] = len(walk)
        walk.append(course)
        course = blocker[course]
    circle = walk[place[course] :][::-1]
    print("NO")
    print(len(circle))
    print(*circle)


main()
