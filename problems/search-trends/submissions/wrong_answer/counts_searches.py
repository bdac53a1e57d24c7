# Wrong: counts searches, so somebody who searches for a keyword twice counts twice.
# O(N + D log D).
import sys
from collections import Counter


def main():
    lines = sys.stdin.read().splitlines()
    n, k = map(int, lines[0].split())

    searches = Counter(line.split()[1].lower() for line in lines[1 : n + 1])

    for keyword in sorted(searches, key=lambda keyword: (-searches[keyword], keyword))[:k]:
        print(keyword, searches[keyword])


main()
