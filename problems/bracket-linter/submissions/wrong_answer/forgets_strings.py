# Wrong: checks the brackets inside strings as well.
# O(characters).
import sys

PARTNER = {")": "(", "]": "[", "}": "{"}


def first_error(lines):
    unclosed = []
    for row, line in enumerate(lines, start=1):
        for column, character in enumerate(line, start=1):
            if character in "([{":
                unclosed.append((character, row, column))
            elif character in PARTNER:
                if not unclosed or unclosed[-1][0] != PARTNER[character]:
                    return row, column
                unclosed.pop()
    return unclosed[0][1:] if unclosed else None


def main():
    n, *lines = sys.stdin.read().split("\n")
    error = first_error(lines[: int(n)])
    print(*error if error else ["OK"])


main()
