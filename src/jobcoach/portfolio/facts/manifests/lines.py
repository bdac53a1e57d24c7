"""Where in a file something stands, for formats whose parsers tell no lines."""

from collections.abc import Sequence


def line_with(lines: Sequence[str], *parts: str) -> int:
    """The number of the first line that holds all parts, else the first part; 1 if none does."""
    wanted = [part for part in parts if part]
    for tried in (wanted, wanted[:1]):
        for number, line in enumerate(lines, start=1):
            if all(part in line for part in tried):
                return number
    return 1
