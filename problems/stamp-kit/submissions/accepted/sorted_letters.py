# A hash map from the sorted letters of a word to the set of words that have them.
# O(N L log L) on average for words of L letters.
import sys
from collections import defaultdict


def main():
    _, *words = sys.stdin.read().split()

    kits = defaultdict(set)
    for word in words:
        kits["".join(sorted(word))].add(word)

    most = max(map(len, kits.values()))
    best = min((kit for kit in kits.values() if len(kit) == most), key=min)
    print("\n".join(sorted(best)))


main()
