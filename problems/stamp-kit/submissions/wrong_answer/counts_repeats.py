# Wrong: counts a word as often as it stands in the list when it chooses the kit.
# O(N L log L).
import sys
from collections import defaultdict


def main():
    _, *words = sys.stdin.read().split()

    kits = defaultdict(list)
    for word in words:
        kits["".join(sorted(word))].append(word)

    most = max(map(len, kits.values()))
    best = min((kit for kit in kits.values() if len(kit) == most), key=min)
    print("\n".join(sorted(set(best))))


main()
