# For each crossing, the ways that have passed a cafe and the ways that have not.
# O(HW).
import sys

MODULUS = 1_000_000_007


def main():
    _, width, *streets = sys.stdin.read().split()

    # One row of the town; the entry in front of it stands for nothing on the left.
    without_cafe = [0] * (int(width) + 1)
    with_cafe = [0] * (int(width) + 1)
    without_cafe[1] = 1
    for row in streets:
        for c, crossing in enumerate(row, start=1):
            if crossing == "#":
                without_cafe[c] = with_cafe[c] = 0
                continue
            plain = without_cafe[c] + without_cafe[c - 1]
            passed = with_cafe[c] + with_cafe[c - 1]
            if crossing == "C":
                plain, passed = 0, plain + passed
            without_cafe[c] = plain % MODULUS
            with_cafe[c] = passed % MODULUS
    print(with_cafe[-1])


main()
