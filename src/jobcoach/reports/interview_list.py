"""The interviews that are kept, as a table and as JSON."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Protocol

from jobcoach.reports.style import Style
from jobcoach.text import cut, one_line, pad, width
from jobcoach.words import Words

FORMAT = "jobcoach.interviews/1"
_HEADS = ("id", "time", "status", "mode", "lang", "grader")
_GAP = "  "


class KeptInterview(Protocol):
    """What is shown of an interview without replaying it."""

    @property
    def id(self) -> str: ...
    @property
    def lang(self) -> str: ...
    @property
    def mode(self) -> str: ...
    @property
    def grader(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def active_at(self) -> datetime: ...


def list_lines(records: Sequence[KeptInterview], words: Words, style: Style) -> Iterator[str]:
    """A line an interview, in local time; nothing if there is none."""
    if not records:
        return
    rows = [[words(f"interview.list.{head}") for head in _HEADS]]
    rows += [_cells(record, words) for record in records]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for number, row in enumerate(rows):
        cells = (pad(cell, columns) for cell, columns in zip(row, widths, strict=True))
        line = cut(_GAP.join(cells).rstrip(), style.columns)
        yield style.dim(line) if number == 0 else line


def list_document(records: Sequence[KeptInterview]) -> dict[str, object]:
    """The interviews as plain JSON values, times in UTC."""
    return {
        "format": FORMAT,
        "interviews": [
            {
                "id": record.id,
                "active_at": record.active_at.astimezone(UTC).isoformat(),
                "status": record.status,
                "mode": record.mode,
                "lang": record.lang,
                "grader": record.grader,
            }
            for record in records
        ],
    }


def _cells(record: KeptInterview, words: Words) -> list[str]:
    return [
        one_line(record.id),
        record.active_at.astimezone().strftime("%Y-%m-%d %H:%M"),
        words.get(f"interview.status.{record.status}") or one_line(record.status),
        words.get(f"interview.mode.{record.mode}") or one_line(record.mode),
        one_line(record.lang),
        one_line(record.grader),
    ]
