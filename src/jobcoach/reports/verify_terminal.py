"""Verified packages as terminal lines: expected against given verdicts, errors, warnings."""

from collections.abc import Iterator, Sequence

from jobcoach.judge.verify import ProblemReport, SubmissionCheck
from jobcoach.reports.figures import duration
from jobcoach.reports.style import Style
from jobcoach.text import cut, one_line, pad, pad_left, width, wrap
from jobcoach.words import Words

_PATH_COLUMNS_MAX = 44
_SUBMISSIONS = "submissions/"


def problem_lines(report: ProblemReport, words: Words, style: Style) -> list[str]:
    """One package: its state, then a line a submission, errors and warnings."""
    state = style.good(words("problems.ok")) if report.ok else style.bad(words("problems.not_ok"))
    parts = [f"{state}  {style.bold(one_line(report.id))}"]
    if report.time_limit_seconds is not None:
        key = "problems.limit_inferred" if report.inferred else "problems.limit"
        parts.append(words(key, limit=f"{report.time_limit_seconds:g} s"))
    shown = [one_line(check.path.removeprefix(_SUBMISSIONS)) for check in report.submissions]
    columns = min(max(map(width, shown), default=0), _PATH_COLUMNS_MAX)
    lines = [" · ".join(parts)]
    for name, check in zip(shown, report.submissions, strict=True):
        lines.append(_check_line(name, check, columns, words, style))
        if check.message and not check.ok:
            lines += _indented(one_line(check.message), style)
    for key, texts in (("problems.error", report.errors), ("problems.warning", report.warnings)):
        for text in texts:
            lines += _indented(words(key, what=one_line(text)), style)
    return lines


def verify_totals(reports: Sequence[ProblemReport], words: Words, style: Style) -> str:
    """How many packages and submissions are as they should be."""
    checks = [check for report in reports for check in report.submissions]
    failed = sum(not report.ok for report in reports)
    parts = [words("problems.count", count=len(reports)), words("problems.checks", count=len(checks))]
    if failed:
        parts.append(style.bad(words("problems.failed", count=failed)))
    else:
        parts.append(style.good(words("problems.all_ok")))
    return " · ".join(parts)


def _check_line(name: str, check: SubmissionCheck, columns: int, words: Words, style: Style) -> str:
    expected = "/".join(verdict.value for verdict in check.expected)
    cells = [
        style.good(words("problems.as_expected")) if check.ok else style.bad(words("problems.unexpected")),
        pad(cut(name, columns), columns),
        pad(expected, 6),
        pad(check.verdict.value, 3),
        pad_left(duration(check.slowest_cpu_seconds), 8),
    ]
    return "  " + "  ".join(cells).rstrip()


def _indented(text: str, style: Style) -> Iterator[str]:
    return ("      " + line for line in wrap(text, style.columns - 6))
