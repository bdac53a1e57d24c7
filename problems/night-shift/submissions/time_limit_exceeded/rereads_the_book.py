# Right but too slow: goes through the whole book once for every person.
# O(P * N) for P people.
import sys

DAY = 24 * 60


def to_minutes(clock):
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def main():
    lines = sys.stdin.read().splitlines()
    book = lines[1 : int(lines[0]) + 1]

    people = []
    for person in sorted({line.split()[0] for line in book}):
        total = 0
        for line in book:
            name, shift, rest = line.split()
            if name == person:
                start, end = map(to_minutes, shift.split("-"))
                total += (end - start if end > start else end - start + DAY) - int(rest)
        people.append((-total, person))

    for negative_total, person in sorted(people):
        print(f"{person} {-negative_total // 60}:{-negative_total % 60:02}")


main()
