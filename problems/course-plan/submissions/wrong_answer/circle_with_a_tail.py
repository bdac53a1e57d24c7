# Wrong: prints the whole path of the search, with the tail that leads into the circle.
# O(N + M).
import sys


def main():
    n, m, *numbers = map(int, sys.stdin.buffer.read().split())
    followers = [[] for _ in range(n + 1)]
    for a, b in zip(numbers[0::2], numbers[1::2]):
        followers[a].append(b)

    finished = [False] * (n + 1)
    on_path = [False] * (n + 1)
    order = []
    for start in range(1, n + 1):
        if finished[start]:
            continue
        path = [start]
        on_path[start] = True
        while path:
            course = path[-1]
            if not followers[course]:
                path.pop()
                on_path[course] = False
                finished[course] = True
                order.append(course)
                continue
            follower = followers[course].pop()
            if on_path[follower]:
                print("NO")
                print(len(path))
                print(*path)
                return
            if not finished[follower]:
                path.append(follower)
                on_path[follower] = True

    print("YES")
    print(*reversed(order))


main()
