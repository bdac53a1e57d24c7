"""Verdicts as Markdown for a CI job's summary page (GitHub-flavoured).

Names come from files that anybody may have written: they are shown as code,
with everything that Markdown or HTML would obey escaped. GitHub shows nothing of
a summary that is larger than it takes, so what does not fit is left out and counted.
"""

import html
import re
from collections.abc import Callable, Sequence

from jobcoach.judge.results import SubmissionResult, TestResult
from jobcoach.judge.submissions.discover import Unusable
from jobcoach.judge.verdicts import Verdict
from jobcoach.reports.figures import duration, points, size
from jobcoach.reports.judge_report import (
    Judged,
    JudgeReport,
    peak_memory_bytes,
    points_of,
    shown_message,
    slowest_test,
    tests_not_run,
)
from jobcoach.reports.within_bytes import row_bytes, rows_within
from jobcoach.text import one_line, printable
from jobcoach.words import Words

# What GitHub takes as the summary of one step.
SUMMARY_BYTES_MAX = 1 << 20

_MARKS = {Verdict.AC: "✅", Verdict.JE: "⚠️"}
_FAILED = "❌"
_COMPILER_CHARACTERS_MAX = 4000
_REMARK_CHARACTERS_MAX = 500
# One submission with thousands of tests leaves room for the others.
_TESTS_BYTES_MAX = 64 << 10
_READ_AS_MARKUP = re.compile(r"[^\w\s./-]|_|(?<=www)\.", re.IGNORECASE)


def judge_markdown(report: JudgeReport, words: Words, *, bytes_max: int = SUMMARY_BYTES_MAX) -> str:
    """The report as a Markdown document: one table, then folded details of what is not accepted.

    It takes at most ``bytes_max`` bytes, if these are at least 8 KiB: the table's last rows
    and the last details are left out, with a line that counts them.
    """
    remarks = [f"> ⚠️ {_text(report.stopped_by[:_REMARK_CHARACTERS_MAX])}"] if report.stopped_by else []
    if report.sandbox == "process":
        remarks.append(f"> ⚠️ {words('judge.not_isolated')}")
    head = [f"## {words('judge.markdown.title')}", "", *_table_head(words)]
    tail = [line for remark in remarks for line in ("", remark)]
    room = bytes_max - sum(map(row_bytes, (*head, *tail)))
    details = [_details(one, words) for one in report.judged if one.result.verdict != Verdict.AC]
    details_left_out = _left_out(words, "details_left_out")
    # A table that takes all of it leaves room for the line that says so.
    told = row_bytes(details_left_out(len(details))) if details else 0
    rows = rows_within(_rows(report, words), room - told, _left_out(words, "rows_left_out"))
    folded = rows_within(details, room - sum(map(row_bytes, rows)), details_left_out)
    if not (report.judged or report.unusable or report.not_judged):
        head, tail = head[:1], ["", words("judge.markdown.nothing"), *tail]
    return "\n".join((*head, *rows, *tail, *folded)) + "\n"


def _left_out(words: Words, what: str) -> Callable[[int], str]:
    return lambda count: f"\n> ⚠️ {words(f'judge.markdown.{what}', count=count)}"


def _table_head(words: Words) -> list[str]:
    heads = ("submission", "problem", "language", "verdict", "points", "time", "memory")
    return [
        _line([words(f"judge.markdown.{head}") for head in heads]),
        _line(["---", "---", "---", "---", "---:", "---:", "---:"]),
    ]


def _rows(report: JudgeReport, words: Words) -> list[str]:
    rows = [
        *(_row(one.result, words) for one in report.judged),
        *(_unusable_row(one) for one in report.unusable),
        *([_code(path), "", "", words("judge.not_run"), "", "", ""] for path in report.not_judged),
    ]
    return [_line(cells) for cells in rows]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _row(result: SubmissionResult, words: Words) -> list[str]:
    scored, maximum = points_of(result)
    slowest = slowest_test(result)
    return [
        _code(result.path),
        _code(result.problem),
        _text(result.language),
        _verdict(result.verdict, words),
        f"{points(scored)} / {points(maximum)}",
        duration(slowest.cpu_seconds) if slowest else "",
        size(peak_memory_bytes(result)) if slowest else "",
    ]


def _unusable_row(unusable: Unusable) -> list[str]:
    return [_code(unusable.path), "", "", f"{_FAILED} {_text(str(unusable.error))}", "", "", ""]


def _details(judged: Judged, words: Words) -> str:
    result = judged.result
    lines = ["", f"<details><summary>{_code(result.path)}: {_verdict(result.verdict, words)}</summary>", ""]
    if result.message:
        lines += [_text(result.message[:_REMARK_CHARACTERS_MAX]), ""]
    if not result.compile.ok:
        output = printable(result.compile.output)[:_COMPILER_CHARACTERS_MAX]
        lines += [f"<pre>{html.escape(output)}</pre>", ""]
    if result.tests:
        heads = [words(f"judge.markdown.{head}") for head in ("test", "verdict", "time", "memory", "message")]
        lines += [_line(heads), "| --- | --- | ---: | ---: | --- |"]
        tests = [_test_row(test, words) for test in result.tests]
        tests += [_line([_code(name), words("judge.not_run"), "", "", ""]) for name in tests_not_run(judged)]
        lines += [*rows_within(tests, _TESTS_BYTES_MAX, _left_out(words, "tests_left_out")), ""]
    return "\n".join([*lines, "</details>"])


def _test_row(test: TestResult, words: Words) -> str:
    return _line(
        [
            _code(test.name),
            _verdict(test.verdict, words),
            duration(test.cpu_seconds),
            size(test.memory_bytes),
            _text(shown_message(test)),
        ]
    )


def _verdict(verdict: Verdict, words: Words) -> str:
    return f"{_MARKS.get(verdict, _FAILED)} {verdict.value} {words(f'judge.verdict.{verdict.value}')}"


def _code(text: str) -> str:
    """Text as code; HTML's ``<code>``, since a backtick may be in a file's name."""
    return f"<code>{_text(text)}</code>"


def _text(text: str) -> str:
    """One line with entities for all that Markdown, HTML or GitHub's autolinks would read."""
    return _READ_AS_MARKUP.sub(lambda match: f"&#{ord(match.group())};", one_line(text))
