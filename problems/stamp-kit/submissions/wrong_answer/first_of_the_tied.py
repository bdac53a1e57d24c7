# Wrong: of equally large kits, takes the one that comes up first in the list.
# O(N L log L).
import sys
from collections import defaultdict


def main():
    _, *words = sys.stdin.read().split()

    kits = defaultdict(set)
    for word in words:
        kits["".join(sorted(word))].add(word)
    print("\n".join(sorted(max(kits.values(), key=len))))


main()
