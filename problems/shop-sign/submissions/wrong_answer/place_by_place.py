# Wrong: compares the texts place by place, and attaches or removes only at the end.
# O(n + m).
import sys

TURNED = str.maketrans("bqdpmwnu69", "qbpdwmun96")


def main():
    before, after, *prices = sys.stdin.read().split()
    attach, remove, replace, turn = map(int, prices)

    total = 0
    for old, new in zip(before, after):
        if old.translate(TURNED) == new and old != new:
            total += min(turn, replace, attach + remove)
        elif old != new:
            total += min(replace, attach + remove)
    total += max(0, len(after) - len(before)) * attach
    total += max(0, len(before) - len(after)) * remove
    print(total)


main()
