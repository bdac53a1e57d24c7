"""Rows cut to a size: a summary page that is too large is shown by nobody."""

from collections.abc import Callable, Sequence


def rows_within(rows: Sequence[str], bytes_max: int, left_out: Callable[[int], str]) -> tuple[str, ...]:
    """The first rows that fit, each with its line break; behind them what ``left_out`` says of the rest.

    Rows are kept whole. Where not even what ``left_out`` says fits, there is nothing.
    What it says of a smaller number must not be longer.
    """
    sizes = [row_bytes(row) for row in rows]
    if sum(sizes) <= bytes_max:
        return tuple(rows)
    # Of no number it says more than of all of them.
    room = bytes_max - row_bytes(left_out(len(rows)))
    if room < 0:
        return ()
    kept = 0
    for size in sizes:
        room -= size
        if room < 0:
            break
        kept += 1
    return (*rows[:kept], left_out(len(rows) - kept))


def row_bytes(row: str) -> int:
    """What the row takes in a file, with its line break."""
    return len(row.encode("utf-8", "backslashreplace")) + 1
