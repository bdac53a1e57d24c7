# A stack of the opening brackets that are still open, with their positions.
# O(characters): each bracket is pushed and popped at most once.
import sys

PARTNER = {")": "(", "]": "[", "}": "{"}


def first_error(lines):
    """The (line, column) of the error, or None."""
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
