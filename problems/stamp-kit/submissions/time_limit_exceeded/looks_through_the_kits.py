# Right but too slow: compares each word with a word of every kit found before.
# O(N^2 L log L).
import sys


def main():
    _, *words = sys.stdin.read().split()

    kits = []
    for word in words:
        for kit in kits:
            if sorted(kit[0]) == sorted(word):
                if word not in kit:
                    kit.append(word)
                break
        else:
            kits.append([word])

    best = min(kits, key=lambda kit: (-len(kit), min(kit)))
    print("\n".join(sorted(best)))


main()
