# Edit distance with prices, a row of the table at a time.
# O(nm) for texts of n and m characters.
import sys

TURNED = str.maketrans("bqdpmwnu69", "qbpdwmun96")


def main():
    before, after, *prices = sys.stdin.read().split()
    attach, remove, replace, turn = map(int, prices)
    turn = min(turn, replace)

    row = [attach * j for j in range(len(after) + 1)]
    for old in before:
        upside_down = old.translate(TURNED)
        diagonal = row[0]
        left = diagonal + remove
        next_row = [left]
        for new, above in zip(after, row[1:]):
            if new == old:
                change = 0
            elif new == upside_down:
                change = turn
            else:
                change = replace
            left = min(diagonal + change, above + remove, left + attach)
            next_row.append(left)
            diagonal = above
        row = next_row
    print(row[-1])


main()
