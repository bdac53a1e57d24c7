"""A judged batch as a page: for each problem, submissions by tests with their times."""

from collections.abc import Iterator

from jobcoach.reports.batch_view import Batch, ProblemTable, points_of_record, problem_tables, tests_by_name
from jobcoach.reports.figures import duration, points, size
from jobcoach.reports.page import escaped, page
from jobcoach.store.records import JudgementRecord, TestRecord
from jobcoach.text import one_line
from jobcoach.words import Words

# A browser lays out 50,000 cells in about a second.
_CELLS_MAX = 50_000


def batch_page(batch: Batch, words: Words) -> str:
    """The whole page; paths are hostile and escaped."""
    title = words("export.batch.title", id=batch.id)
    return page(title, words.language, _body(batch, words, title), "batch.css")


def _body(batch: Batch, words: Words, title: str) -> Iterator[str]:
    yield f"<h1>{escaped(title)}</h1>"
    accepted = sum(each.verdict == "AC" for each in batch.judgements)
    counts = words("export.batch.counts", accepted=accepted, count=len(batch.judgements))
    yield f'<p class="dim">{batch.created_at.astimezone():%Y-%m-%d %H:%M} · {escaped(counts)}</p>'
    for table in problem_tables(batch):
        yield f"<h2>{escaped(one_line(table.problem))}</h2>"
        if table.folder:
            yield f'<p class="dim"><code>{escaped(one_line(table.folder))}</code></p>'
        yield from _table(table, words)


def _table(table: ProblemTable, words: Words) -> Iterator[str]:
    most = max(1, _CELLS_MAX // max(1, len(table.tests)))
    label = escaped(words("export.batch.table", problem=one_line(table.problem)))
    yield f'<div class="scroll" role="region" tabindex="0" aria-label="{label}"><table>'
    heads = [words(f"export.batch.{name}") for name in ("path", "verdict", "points")]
    yield "<thead><tr>" + "".join(f"<th scope=col>{escaped(head)}</th>" for head in heads)
    yield "".join(f"<th scope=col>{escaped(name)}</th>" for name in table.tests) + "</tr></thead><tbody>"
    for judgement in table.judgements[:most]:
        yield _row(judgement, table)
    yield "</tbody></table></div>"
    if len(table.judgements) > most:
        left = words("export.batch.left_out", count=len(table.judgements) - most)
        yield f'<p class="dim">{escaped(left)}</p>'


def _row(judgement: JudgementRecord, table: ProblemTable) -> str:
    got, maximum = points_of_record(judgement)
    tests = tests_by_name(judgement)
    cells = "".join(_cell(name, tests.get(name)) for name in table.tests)
    return (
        f"<tr><th scope=row>{escaped(one_line(judgement.path.removeprefix(table.folder)))}</th>"
        f'<td class="{_class(judgement.verdict)}">{escaped(judgement.verdict)}</td>'
        f"<td>{points(got)}/{points(maximum)}</td>{cells}</tr>"
    )


def _cell(name: str, test: TestRecord | None) -> str:
    if test is None:
        return '<td class="dim">–</td>'
    verdict = "" if test.verdict == "AC" else f"<b>{escaped(test.verdict)}</b> "
    title = f"{test.verdict}, {duration(test.cpu_seconds)}, {size(test.memory_bytes)}"
    shown = f"{verdict}{duration(test.cpu_seconds)}"
    attributes = f'class="{_class(test.verdict)}" title="{escaped(title)}" data-name="{escaped(name)}"'
    return f"<td {attributes}>{shown}</td>"


def _class(verdict: str) -> str:
    return "good" if verdict == "AC" else "medium" if verdict in ("TLE", "MLE", "OLE") else "high"
