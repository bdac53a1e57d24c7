"""A calibration on a terminal: the grader beside the people, by band, case by case."""

from collections.abc import Iterator, Sequence

from jobcoach.interview.calibration.baseline import Comparison
from jobcoach.interview.calibration.calibration import Agreement, CaseResult, Repeatability
from jobcoach.reports.calibration_json import Measured
from jobcoach.reports.style import Style, unstyled
from jobcoach.store.calibrations import CalibrationRecord
from jobcoach.text import cut, one_line, pad, pad_left, width
from jobcoach.words import Words

_GAP = "  "
_UNDEFINED = "-"
_NAME_COLUMNS_MAX = 40


def calibration_lines(measured: Measured, words: Words, style: Style) -> Iterator[str]:
    """The whole report."""
    yield style.bold(one_line(measured.data_name))
    who = one_line(measured.model) or words("calibrate.offline")
    top = f"{measured.max_score:g}"
    if measured.agreement is None:
        yield words("calibrate.head_bank", grader=who, questions=measured.questions, top=top)
    else:
        found = measured.agreement
        yield words("calibrate.head", grader=who, count=found.n, questions=found.questions, top=top)
        if found.ungraded:
            yield style.warn(words("calibrate.ungraded", count=found.ungraded))
        yield ""
        yield from _figures(found, words, style)
        yield ""
        yield from _bands(found, words, style)
    if measured.repeatability is not None:
        yield ""
        yield _repeated(measured.repeatability, words)
    if measured.adversarial:
        yield ""
        yield from _cases(measured.adversarial, words, style)
    if measured.comparison is not None:
        yield ""
        yield from _comparison(measured.comparison, words, style)


def list_lines(records: Sequence[CalibrationRecord], words: Words, style: Style) -> Iterator[str]:
    """One line a calibration that is kept."""
    rows = [
        [
            str(record.id),
            record.created_at.astimezone().strftime("%Y-%m-%d %H:%M"),
            cut(one_line(record.data_name), _NAME_COLUMNS_MAX),
            cut(one_line(record.model or words("calibrate.offline")), _NAME_COLUMNS_MAX),
            _number(record.report.get("pearson")),
            _number(record.report.get("rmse_rescaled")),
        ]
        for record in records
    ]
    if rows:
        heads = [
            words(f"calibrate.column.{name}") for name in ("id", "when", "data", "grader", "r", "rescaled")
        ]
        yield from _table([heads, *rows], "<<<<>>", style)


def _figures(found: Agreement, words: Words, style: Style) -> Iterator[str]:
    people = found.human
    rows = [["", words("calibrate.column.grader"), words("calibrate.column.people"), ""]]
    for name in ("pearson", "spearman", "qwk", "mae", "rmse", "rmse_rescaled", "bias"):
        note = ""
        if name == "pearson" and found.pearson_ci is not None:
            low, high = found.pearson_ci
            note = words("calibrate.interval", low=_number(low), high=_number(high))
        human = _number(getattr(people, name)) if people is not None and hasattr(people, name) else ""
        rows.append([words(f"calibrate.figure.{name}"), _number(getattr(found, name)), human, note])
    yield from _table(rows, "<>><", style)


def _bands(found: Agreement, words: Words, style: Style) -> Iterator[str]:
    rows = [[words(f"calibrate.column.{name}") for name in ("band", "n", "people", "grader", "mae")]]
    rows += [
        [
            f"{band.lowest:g}–{band.highest:g}",
            str(band.n),
            _number(band.human),
            _number(band.grader),
            _number(band.mae),
        ]
        for band in found.by_band
    ]
    yield from _table(rows, "<>>>>", style)


def _cases(cases: Sequence[CaseResult], words: Words, style: Style) -> Iterator[str]:
    heads = [
        "",
        words("calibrate.column.case"),
        *(words(f"calibrate.column.{name}") for name in ("n", "mean", "limit")),
    ]
    rows = [heads]
    for case in cases:
        sign = "≤" if case.bound == "at_most" else "≥"
        mark = style.good("✓") if case.ok else style.bad("✗")
        name = words(f"calibrate.case.{case.case}")
        rows.append([mark, name, str(case.n), _number(case.mean_score, 2), f"{sign} {case.limit:.2f}"])
    yield from _table(rows, "<<>>>", style)


def _repeated(found: Repeatability, words: Words) -> str:
    if found.exact_share is None:
        return words("calibrate.not_repeated")
    return words(
        "calibrate.repeated",
        k=found.k,
        exact=f"{found.exact_share:.0%}",
        mean=_number(found.mean_spread),
        most=_number(found.max_spread),
    )


def _comparison(found: Comparison, words: Words, style: Style) -> Iterator[str]:
    yield style.bold(words("calibrate.compared", id=found.baseline_id))
    for change in found.changes:
        line = words(
            "calibrate.change",
            figure=words(f"calibrate.figure.{change.figure}"),
            before=_number(change.before),
            now=_number(change.now),
            low=_number(change.interval[0] if change.interval else None),
            high=_number(change.interval[1] if change.interval else None),
        )
        yield style.bad(line) if change.regressed else line
    for case in found.cases:
        yield style.bad(words("calibrate.case_lost", case=words(f"calibrate.case.{case}")))
    yield style.bad(words("calibrate.worse")) if found.regressed else style.good(words("calibrate.not_worse"))


def _table(rows: Sequence[Sequence[str]], sides: str, style: Style) -> Iterator[str]:
    """Columns to the left or right; the first row is the head."""
    bare = [[unstyled(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*bare, strict=True)]
    for index, row in enumerate(rows):
        cells = []
        for cell, columns, side in zip(row, widths, sides, strict=True):
            fill = pad if side == "<" else pad_left
            plain = unstyled(cell)
            cells.append(fill(plain, columns).replace(plain, cell, 1) if plain else " " * columns)
        line = _GAP.join(cells).rstrip()
        yield line if index else style.dim(line)


def _number(value: float | None, decimals: int = 3) -> str:
    return _UNDEFINED if value is None else f"{value:.{decimals}f}"
