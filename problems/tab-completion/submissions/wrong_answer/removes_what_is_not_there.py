# Wrong: counts down on the way to a word that is no command, if others begin with it.
import sys


class Node:
    __slots__ = ("children", "count", "ends")

    def __init__(self):
        self.children = {}
        self.count = 0  # commands in this subtree
        self.ends = 0  # commands that end here


def add(root, word):
    node = root
    node.count += 1
    for letter in word:
        if letter not in node.children:
            node.children[letter] = Node()
        node = node.children[letter]
        node.count += 1
    node.ends += 1


def find(root, word):
    node = root
    for letter in word:
        node = node.children.get(letter)
        if node is None:
            return None
    return node


def remove(root, word):
    last = find(root, word)
    if last is None:
        return
    last.ends = max(0, last.ends - 1)
    node = root
    node.count -= 1
    for letter in word:
        child = node.children[letter]
        child.count -= 1
        if child.count == 0:
            del node.children[letter]
            return
        node = child


def complete(root, prefix):
    node = find(root, prefix)
    if node is None:
        return "0"
    count = node.count
    letters = [prefix]
    while node.ends == 0 and len(node.children) == 1:
        ((letter, node),) = node.children.items()
        letters.append(letter)
    return f"{count} {''.join(letters)}"


def main():
    lines = sys.stdin.read().splitlines()
    root = Node()
    answers = []
    for line in lines[1 : int(lines[0]) + 1]:
        operation, word = line.split()
        if operation == "+":
            add(root, word)
        elif operation == "-":
            remove(root, word)
        else:
            answers.append(complete(root, word))
    print("\n".join(answers))


main()
