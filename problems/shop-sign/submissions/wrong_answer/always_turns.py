# Wrong: turns a character whenever that works, though replacing it may be cheaper.
# O(nm).
import sys

TURNED = str.maketrans("bqdpmwnu69", "qbpdwmun96")


def main():
    before, after, *prices = sys.stdin.read().split()
    attach, remove, replace, turn = map(int, prices)

    row = [attach * j for j in range(len(after) + 1)]
    for old in before:
        upside_down = old.translate(TURNED)
        next_row = [row[0] + remove]
        for j, new in enumerate(after):
            change = 0 if new == old else turn if new == upside_down else replace
            next_row.append(min(row[j] + change, row[j + 1] + remove, next_row[j] + attach))
        row = next_row
    print(row[-1])


main()
