# Wrong: sorts by the count alone, so ties stay in the order of first appearance.
# O(N + D log D).
import sys
from collections import defaultdict


def main():
    lines = sys.stdin.read().splitlines()
    n, k = map(int, lines[0].split())

    people = defaultdict(set)
    for line in lines[1 : n + 1]:
        user, keyword = line.split()
        people[keyword.lower()].add(user)

    for keyword in sorted(people, key=lambda keyword: -len(people[keyword]))[:k]:
        print(keyword, len(people[keyword]))


main()
