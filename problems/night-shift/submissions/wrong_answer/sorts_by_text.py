# Wrong: sorts by the printed text, so that "9:05" stands before "10:00".
import sys
from collections import defaultdict


def to_minutes(clock):
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def main():
    lines = sys.stdin.read().splitlines()
    n = int(lines[0])

    worked = defaultdict(int)
    for line in lines[1 : n + 1]:
        name, shift, rest = line.split()
        start, end = map(to_minutes, shift.split("-"))
        if end <= start:
            end += 24 * 60
        worked[name] += end - start - int(rest)

    table = [(f"{minutes // 60}:{minutes % 60:02}", name) for name, minutes in worked.items()]
    table.sort(key=lambda row: row[1])
    table.sort(key=lambda row: row[0], reverse=True)
    for total, name in table:
        print(name, total)


main()
