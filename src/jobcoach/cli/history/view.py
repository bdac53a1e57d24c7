"""How judgements of the store look: a table, one judgement in full, JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime

from jobcoach.judge.task import JudgeOptions
from jobcoach.judge.verdicts import Verdict
from jobcoach.reports.figures import duration, points, size
from jobcoach.reports.style import Style
from jobcoach.store import JudgementRecord, TestRecord
from jobcoach.text import cut, cut_start, one_line, pad, pad_left, printable, width
from jobcoach.words import Words

_GAP = "  "
_NAME_COLUMNS_MAX = 32
_NAME_COLUMNS_MIN = 8
_LIST_HEADS = ("id", "verdict", "points", "time", "language", "problem", "path")
_FIXED = 5  # the columns before problem and path
_NOT_ISOLATED = "!"
_DIGEST_CHARS = len("sha256:") + 12  # as much as docker shows


def list_lines(records: Sequence[JudgementRecord], words: Words, style: Style) -> Iterator[str]:
    """A table as wide as the terminal: problem and path share what the figures leave."""
    heads = [words(f"history.head.{name}") for name in _LIST_HEADS]
    rows = [_list_cells(record) for record in records]
    widths = [max(map(width, column)) for column in zip(heads, *rows, strict=True)]
    left = style.columns - sum(widths[:_FIXED]) - len(_GAP) * (len(widths) - 1)
    widths[_FIXED] = min(widths[_FIXED], max(left // 2, left - widths[-1], _NAME_COLUMNS_MIN))
    widths[-1] = max(left - widths[_FIXED], _NAME_COLUMNS_MIN)
    yield style.dim(_list_line(heads, widths, pad(heads[1], widths[1])))
    for row in rows:
        yield _list_line(row, widths, _verdict(pad(row[1], widths[1]), style))
    if any(row[1].endswith(_NOT_ISOLATED) for row in rows):
        yield style.dim(f"{_NOT_ISOLATED} {words('history.not_isolated')}")


def _list_cells(record: JudgementRecord) -> list[str]:
    return [
        str(record.id),
        record.verdict + (_NOT_ISOLATED if record.sandbox == "process" else ""),
        _points(record),
        _local(record.created_at),
        one_line(record.language),
        one_line(record.problem),
        one_line(record.path),
    ]


def _list_line(cells: Sequence[str], widths: Sequence[int], verdict: str) -> str:
    number, _, score, time, language, problem, path = cells
    return _GAP.join(
        [
            pad_left(number, widths[0]),
            verdict,
            pad_left(score, widths[2]),
            pad(time, widths[3]),
            pad(language, widths[4]),
            pad(cut(problem, widths[5]), widths[5]),
            cut_start(path, widths[6]),
        ]
    ).rstrip()


def judgement_lines(record: JudgementRecord, words: Words, style: Style) -> Iterator[str]:
    """One judgement with all that is known of it, and a table of its tests."""
    facts = {
        "verdict": _verdict(record.verdict, style)
        + (f"  {_points(record)}" if record.points is not None else ""),
        "time": _local(record.created_at),
        "path": one_line(record.path),
        "problem": one_line(record.problem),
        "language": one_line(record.language),
        "sandbox": one_line(f"{record.sandbox} {record.image_digest[:_DIGEST_CHARS]}"),
        "source": record.source_hash,
        "options": one_line(", ".join(_options(record))),
        "message": one_line(record.message),
    }
    titles = {name: words(f"history.head.{name}") for name in facts}
    first = max(map(width, titles.values()))
    for name, fact in facts.items():
        if fact:
            yield f"{style.dim(pad(titles[name], first))}{_GAP}{fact}"
    if record.compile_output.strip():
        yield ""
        yield style.dim(words("history.head.compiler"))
        yield from printable(record.compile_output).rstrip().split("\n")
    if record.tests:
        yield ""
        yield from _test_lines(record.tests, words, style)


def _test_lines(tests: Sequence[TestRecord], words: Words, style: Style) -> Iterator[str]:
    names = _column(words("history.head.test"), [test.name for test in tests])
    figures = [
        [words(f"history.head.{name}") for name in ("verdict", "cpu", "wall", "memory")],
        *(
            [test.verdict, duration(test.cpu_seconds), duration(test.wall_seconds), size(test.memory_bytes)]
            for test in tests
        ),
    ]
    widths = [max(map(width, column)) for column in zip(*figures, strict=True)]
    left = style.columns - width(names[0]) - sum(widths) - len(_GAP) * 5
    messages = [words("history.head.message"), *(one_line(test.message) for test in tests)]
    for index, (verdict, *amounts) in enumerate(figures):
        cells = [
            names[index],
            _verdict(pad(verdict, widths[0]), style) if index else pad(verdict, widths[0]),
            *(pad_left(amount, columns) for amount, columns in zip(amounts, widths[1:], strict=True)),
            cut(messages[index], max(left, 8)),
        ]
        line = _GAP.join(cells).rstrip()
        yield line if index else style.dim(line)


def as_json(record: JudgementRecord, tests: Sequence[TestRecord] | None = None) -> dict[str, object]:
    """The judgement as ``--json`` prints it; its tests only where they were asked for."""
    values = asdict(record)
    compiled = {key: values.pop(f"compile_{key}") for key in ("ok", "seconds", "output")}
    del values["tests"], values["verdict_key"]
    plain = {"id": record.id, **values, "compile": compiled, "created_at": _utc(record.created_at)}
    return plain if tests is None else {**plain, "tests": [asdict(test) for test in tests]}


def _column(head: str, cells: Sequence[str]) -> list[str]:
    shown = [head, *(cut(one_line(cell), _NAME_COLUMNS_MAX) for cell in cells)]
    columns = max(map(width, shown))
    return [pad(cell, columns) for cell in shown]


def _verdict(text: str, style: Style) -> str:
    name = text.strip().removesuffix(_NOT_ISOLATED)
    return style.verdict(Verdict(name), text) if name in Verdict.__members__ else one_line(text)


def _options(record: JudgementRecord) -> Iterator[str]:
    """The options that were not left at their defaults."""
    defaults = asdict(JudgeOptions())
    for key, value in sorted(record.options.items()):
        if key not in defaults or value != defaults[key]:
            yield key if value is True else f"{key}={value}"


def _points(record: JudgementRecord) -> str:
    if record.points is None:
        return ""
    most = f"/{points(record.max_points)}" if record.max_points is not None else ""
    return points(record.points) + most


def _local(moment: datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
