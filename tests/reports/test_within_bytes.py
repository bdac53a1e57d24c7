"""Rows are cut to a size between them, never within one."""

from hypothesis import given
from hypothesis import strategies as st

from jobcoach.reports.within_bytes import row_bytes, rows_within

ROWS = st.lists(st.text(st.characters(exclude_characters="\n"), max_size=12), max_size=40)


def left_out(count: int) -> str:
    return f"… {count}"


@given(ROWS, st.integers(-10, 400))
def test_whole_rows_from_the_first_within_the_size(rows: list[str], bytes_max: int) -> None:
    kept = rows_within(rows, bytes_max, left_out)
    assert sum(map(row_bytes, kept)) <= max(bytes_max, 0)
    if kept != tuple(rows) and kept:
        assert list(kept[:-1]) == rows[: len(kept) - 1]
        assert kept[-1] == left_out(len(rows) - len(kept) + 1)


@given(ROWS)
def test_what_fits_to_the_byte_stays(rows: list[str]) -> None:
    size = sum(map(row_bytes, rows))
    assert rows_within(rows, size, left_out) == tuple(rows)
    if rows:
        assert rows_within(rows, size - 1, left_out) != tuple(rows)


def test_as_many_rows_as_possible() -> None:
    assert rows_within(["aaaa"] * 4, 16, left_out) == ("aaaa", "aaaa", "… 2")
    assert rows_within(["aaaa"] * 4, 5, left_out) == ()
