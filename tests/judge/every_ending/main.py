"""Ends as the first line of its input says."""

# ruff: noqa: T201 - what it prints is its result

import os
import sys


def depth(n: int) -> int:
    return 0 if n == 0 else 1 + depth(n - 1)


word = input()
if word == "sum":
    print(sum(map(int, sys.stdin.read().split())))
elif word == "korean":
    name = input()
    print(f"안녕하세요, {name}! {len(name)}")
elif word == "deep":
    sys.setrecursionlimit(1_000_000)
    print(depth(200_000))
elif word == "raise":
    raise ValueError("thrown")
elif word == "exit":
    sys.exit(3)
elif word == "signal":
    os.abort()
elif word == "loop":
    while True:
        pass
elif word == "memory":
    kept = []
    while True:
        kept.append(bytearray(1 << 20))
elif word == "flood":
    while True:
        print("x" * 1000)
