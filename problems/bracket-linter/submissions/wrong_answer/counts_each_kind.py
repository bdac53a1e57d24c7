# Wrong: counts how many of each kind are open, so "([)]" looks correct.
# O(characters).
import sys

PARTNER = {")": "(", "]": "[", "}": "{"}


def first_error(lines):
    unclosed = {"(": [], "[": [], "{": []}
    for row, line in enumerate(lines, start=1):
        in_string = False
        for column, character in enumerate(line, start=1):
            if character == '"':
                in_string = not in_string
            elif in_string:
                continue
            elif character in unclosed:
                unclosed[character].append((row, column))
            elif character in PARTNER:
                if not unclosed[PARTNER[character]]:
                    return row, column
                unclosed[PARTNER[character]].pop()
    return min((position for positions in unclosed.values() for position in positions), default=None)


def main():
    n, *lines = sys.stdin.read().split("\n")
    error = first_error(lines[: int(n)])
    print(*error if error else ["OK"])


main()
