# All commands with a common prefix stand side by side in a sorted list, and the prefix common to all of
# them is the one that the first and the last have in common.
# O(log Q) to find them; adding moves part of the list, O(Q) but very fast memory moves.
import sys
from bisect import bisect_left, insort
from os.path import commonprefix

AFTER_Z = "{"  # the character after z in ASCII


def main():
    lines = sys.stdin.read().splitlines()
    commands = []
    answers = []
    for line in lines[1 : int(lines[0]) + 1]:
        operation, word = line.split()
        if operation == "+":
            insort(commands, word)
        elif operation == "-":
            place = bisect_left(commands, word)
            if place < len(commands) and commands[place] == word:
                del commands[place]
        else:
            first = bisect_left(commands, word)
            end = bisect_left(commands, word + AFTER_Z)
            if first == end:
                answers.append("0")
            else:
                answers.append(f"{end - first} {commonprefix([commands[first], commands[end - 1]])}")
    print("\n".join(answers))


main()
