# Wrong: takes a shift whose two times are equal for one of no length; it lasts 24 hours.
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
        if end < start:
            end += 24 * 60
        worked[name] += end - start - int(rest)

    for name in sorted(worked, key=lambda name: (-worked[name], name)):
        hours, minutes = divmod(worked[name], 60)
        print(f"{name} {hours}:{minutes:02}")


main()
