# Crashes: takes the top of the stack without asking whether it is empty.
# O(characters).
import sys

PARTNER = {")": "(", "]": "[", "}": "{"}


def first_error(lines):
    unclosed = []
    for row, line in enumerate(lines, start=1):
        in_string = False
        for column, character in enumerate(line, start=1):
            if character == '"':
                in_string = not in_string
            elif in_string:
                continue
            elif character in "([{":
                unclosed.append((character, row, column))
            elif character in PARTNER and unclosed.pop()[0] != PARTNER[character]:
                return row, column
    return unclosed[0][1:] if unclosed else None


def main():
    n, *lines = sys.stdin.read().split("\n")
    error = first_error(lines[: int(n)])
    print(*error if error else ["OK"])


main()
