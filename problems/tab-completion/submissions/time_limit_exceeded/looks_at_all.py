# Right but too slow: compares the prefix with each command.
# O(number of commands) for each question, O(Q^2) in all.
import sys
from collections import Counter
from os.path import commonprefix


def main():
    lines = sys.stdin.read().splitlines()
    commands = Counter()
    for line in lines[1 : int(lines[0]) + 1]:
        operation, word = line.split()
        if operation == "+":
            commands[word] += 1
        elif operation == "-":
            if commands[word] > 0:
                commands[word] -= 1
        else:
            matching = [command for command, copies in commands.items() if copies and command.startswith(word)]
            if matching:
                print(sum(commands[command] for command in matching), commonprefix(matching))
            else:
                print(0)


main()
