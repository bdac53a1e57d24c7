# Right but too slow: at each closing bracket walks back over everything already
# matched to find the bracket that is still open. O(characters^2) when nested deeply.
import sys

PARTNER = {")": "(", "]": "[", "}": "{"}


def brackets(lines):
    """All brackets outside strings as [character, row, column, is matched]."""
    found = []
    for row, line in enumerate(lines, start=1):
        in_string = False
        for column, character in enumerate(line, start=1):
            if character == '"':
                in_string = not in_string
            elif not in_string and character in "()[]{}":
                found.append([character, row, column, False])
    return found


def first_error(found):
    for here, (character, row, column, _) in enumerate(found):
        if character not in PARTNER:
            continue
        before = here - 1
        while before >= 0 and found[before][3]:
            before -= 1
        if before < 0 or found[before][0] != PARTNER[character]:
            return row, column
        found[before][3] = found[here][3] = True
    for _, row, column, matched in found:
        if not matched:
            return row, column
    return None


def main():
    n, *lines = sys.stdin.read().split("\n")
    error = first_error(brackets(lines[: int(n)]))
    print(*error if error else ["OK"])


main()
