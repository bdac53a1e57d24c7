# A hash map from each lower-case keyword to the set of people who searched for it.
# O(N) expected to read, O(D log D) to sort D different keywords.
import sys
from collections import defaultdict


def main():
    lines = sys.stdin.read().splitlines()
    n, k = map(int, lines[0].split())

    people = defaultdict(set)
    for line in lines[1 : n + 1]:
        user, keyword = line.split()
        people[keyword.lower()].add(user)

    ranking = sorted(people, key=lambda keyword: (-len(people[keyword]), keyword))
    for keyword in ranking[:k]:
        print(keyword, len(people[keyword]))


main()
