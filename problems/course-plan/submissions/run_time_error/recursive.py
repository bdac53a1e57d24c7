# Crashes: the recursion of this depth-first search is as deep as the longest chain
# of courses, far beyond Python's limit. O(N + M).
import sys


def main():
    n, m, *numbers = map(int, sys.stdin.buffer.read().split())
    followers = [[] for _ in range(n + 1)]
    for a, b in zip(numbers[0::2], numbers[1::2]):
        followers[a].append(b)

    finished = [False] * (n + 1)
    path = {}  # the courses on the current path, in order
    order = []

    def circle_from(course):
        path[course] = None
        for follower in followers[course]:
            if follower in path:
                courses = list(path)
                return courses[courses.index(follower) :]
            if not finished[follower]:
                circle = circle_from(follower)
                if circle:
                    return circle
        del path[course]
        finished[course] = True
        order.append(course)
        return None

    for start in range(1, n + 1):
        circle = None if finished[start] else circle_from(start)
        if circle:
            print("NO")
            print(len(circle))
            print(*circle)
            return
    print("YES")
    print(*reversed(order))


main()
