"""A judged batch as Markdown: a table a problem."""

from collections.abc import Iterator

from jobcoach.reports.batch_view import Batch, ProblemTable, points_of_record, problem_tables, slowest_seconds
from jobcoach.reports.figures import duration, points, size
from jobcoach.reports.markdown_text import markdown_text
from jobcoach.store.records import JudgementRecord
from jobcoach.words import Words

_COLUMNS = ("path", "verdict", "points", "passed", "slowest", "memory")


def batch_markdown(batch: Batch, words: Words) -> str:
    """The whole document."""
    blocks = [
        f"# {words('export.batch.title', id=batch.id)}",
        f"{batch.created_at.astimezone():%Y-%m-%d %H:%M}",
    ]
    for table in problem_tables(batch):
        blocks += [f"## {markdown_text(table.problem)}", "\n".join(_rows(table, words))]
    return "\n\n".join(blocks) + "\n"


def _rows(table: ProblemTable, words: Words) -> Iterator[str]:
    yield "| " + " | ".join(words(f"export.batch.{name}") for name in _COLUMNS) + " |"
    yield "| --- | --- | ---: | ---: | ---: | ---: |"
    for judgement in table.judgements:
        yield "| " + " | ".join(_cells(judgement)) + " |"


def _cells(judgement: JudgementRecord) -> list[str]:
    got, maximum = points_of_record(judgement)
    accepted = sum(test.verdict == "AC" for test in judgement.tests)
    return [
        markdown_text(judgement.path),
        judgement.verdict,
        f"{points(got)} / {points(maximum)}",
        f"{accepted} / {len(judgement.tests)}",
        duration(slowest_seconds(judgement.tests)),
        size(max((test.memory_bytes for test in judgement.tests), default=0)),
    ]
