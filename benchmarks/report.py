"""Rows of figures, printed as a Markdown table."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison: seconds of ours and theirs, their ratio, and the bar for it."""

    what: str
    seconds: float
    against: str
    against_seconds: float
    ratio: float
    bar: str


def table(rows: Iterable[Row]) -> str:
    """The rows as a Markdown table."""
    lines = ["| what | s | against | s | ratio | bar |", "| --- | ---: | --- | ---: | ---: | --- |"]
    lines += [_line(row) for row in rows]
    return "\n".join(lines)


def _line(row: Row) -> str:
    figures = f"{row.seconds:.4g} | {row.against} | {row.against_seconds:.4g} | {row.ratio:.2g}"
    return f"| {row.what} | {figures} | {row.bar} |"
