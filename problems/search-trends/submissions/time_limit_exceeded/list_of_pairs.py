# Right but too slow: looks for each (user, keyword) pair in a list of all earlier ones.
# O(N^2).
import sys
from collections import Counter


def main():
    lines = sys.stdin.read().splitlines()
    n, k = map(int, lines[0].split())

    seen = []
    for line in lines[1 : n + 1]:
        user, keyword = line.split()
        pair = (user, keyword.lower())
        if pair not in seen:
            seen.append(pair)

    people = Counter(keyword for _, keyword in seen)
    for keyword in sorted(people, key=lambda keyword: (-people[keyword], keyword))[:k]:
        print(keyword, people[keyword])


main()
