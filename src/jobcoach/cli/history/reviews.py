"""How reviews of the store look in the history: a table, JSON."""

from collections.abc import Iterator, Sequence
from datetime import UTC

from jobcoach.reports.figures import points
from jobcoach.reports.review_view import NO_SCORE
from jobcoach.reports.style import Style
from jobcoach.store.reviews import ReviewRecord
from jobcoach.text import cut_start, one_line, pad, pad_left, width
from jobcoach.words import Words

_GAP = "  "
_COLUMNS = ("id", "score", "findings", "when", "location")
_TO_THE_RIGHT = frozenset({"id", "score", "findings"})


def review_list_lines(records: Sequence[ReviewRecord], words: Words, style: Style) -> Iterator[str]:
    """A table as wide as the terminal, with a title of its own."""
    heads = [words(f"review.column.{name}") for name in _COLUMNS]
    rows = [_cells(record) for record in records]
    widths = [max(map(width, column)) for column in zip(heads, *rows, strict=True)]
    widths[-1] = max(style.columns - sum(widths[:-1]) - len(_GAP) * (len(widths) - 1), 8)
    yield style.bold(words("review.history"))
    yield style.dim(_line(heads, widths))
    for row in rows:
        yield _line(row, widths)


def review_as_json(record: ReviewRecord) -> dict[str, object]:
    """The review without its content."""
    return {
        "id": record.id,
        "created_at": record.created_at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        "location": record.location,
        "commit": record.commit,
        "ref": record.ref,
        "lang": record.lang,
        "score": record.score,
        "findings": record.findings,
        "questions": record.questions,
        "model": record.model or None,
    }


def _cells(record: ReviewRecord) -> list[str]:
    when = record.created_at.astimezone().strftime("%Y-%m-%d %H:%M")
    return [str(record.id), _score(record), str(record.findings), when, one_line(record.location)]


def _score(record: ReviewRecord) -> str:
    return NO_SCORE if record.score is None else points(record.score)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    shown = []
    for name, cell, columns in zip(_COLUMNS, cells, widths, strict=True):
        fill = pad_left if name in _TO_THE_RIGHT else pad
        shown.append(fill(cut_start(cell, columns), columns))
    return _GAP.join(shown).rstrip()
