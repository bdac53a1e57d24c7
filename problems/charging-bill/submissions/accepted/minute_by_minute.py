# Turns times into minutes and looks at each minute of each record.
# O(total minutes), fewer than 1.5 million.
import re
import sys
from collections import Counter

DURATION = re.compile(r"(?:(\d+)h)?(?:(\d+)m)?")


def is_night(minute):
    return minute % 1440 >= 23 * 60 or minute % 1440 < 7 * 60


def solution(day, night, records):
    bills = Counter()
    for record in records:
        begin, duration, car = record.split()
        hours, minutes = begin.split(":")
        start = 60 * int(hours) + int(minutes)
        hours, minutes = DURATION.fullmatch(duration).groups(default="0")
        end = start + 60 * int(hours) + int(minutes)
        at_night = sum(map(is_night, range(start, end)))
        bills[car] += at_night * night + (end - start - at_night) * day

    charged = {car: amount // 10 * 10 for car, amount in bills.items()}
    return [f"{car} {charged[car]}" for car in sorted(charged, key=lambda car: (-charged[car], car))]


def main():
    header, *records = sys.stdin.read().splitlines()
    n, day, night = map(int, header.split())
    print("\n".join(solution(day, night, records[:n])))


main()
