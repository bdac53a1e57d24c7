"""Verdicts as Markdown for a CI job's summary page (GitHub-flavoured).

Names come from files that anybody may have written: they are shown as code,
with everything that Markdown or HTML would obey escaped.
"""

import html
import re

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
from jobcoach.text import one_line, printable
from jobcoach.words import Words

_MARKS = {Verdict.AC: "✅", Verdict.JE: "⚠️"}
_FAILED = "❌"
_COMPILER_CHARACTERS_MAX = 4000
_READ_AS_MARKUP = re.compile(r"[^\w\s./-]|_|(?<=www)\.", re.IGNORECASE)


def judge_markdown(report: JudgeReport, words: Words) -> str:
    """The report as a Markdown document: one table, then folded details of what is not accepted."""
    blocks = [f"## {words('judge.markdown.title')}", _table(report, words)]
    if report.stopped_by:
        blocks.append(f"> ⚠️ {_text(report.stopped_by)}")
    if report.sandbox == "process":
        blocks.append(f"> ⚠️ {words('judge.not_isolated')}")
    blocks += [_details(one, words) for one in report.judged if one.result.verdict != Verdict.AC]
    return "\n\n".join(blocks) + "\n"


def _table(report: JudgeReport, words: Words) -> str:
    heads = ("submission", "problem", "language", "verdict", "points", "time", "memory")
    rows = [
        [words(f"judge.markdown.{head}") for head in heads],
        ["---", "---", "---", "---", "---:", "---:", "---:"],
        *(_row(one.result, words) for one in report.judged),
        *(_unusable_row(one) for one in report.unusable),
        *([_code(path), "", "", words("judge.not_run"), "", "", ""] for path in report.not_judged),
    ]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


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
    lines = [f"<details><summary>{_code(result.path)}: {_verdict(result.verdict, words)}</summary>", ""]
    if result.message:
        lines += [_text(result.message), ""]
    if not result.compile.ok:
        output = printable(result.compile.output)[:_COMPILER_CHARACTERS_MAX]
        lines += [f"<pre>{html.escape(output)}</pre>", ""]
    if result.tests:
        heads = [words(f"judge.markdown.{head}") for head in ("test", "verdict", "time", "memory", "message")]
        lines += [f"| {' | '.join(heads)} |", "| --- | --- | ---: | ---: | --- |"]
        lines += [_test_row(test, words) for test in result.tests]
        lines += [f"| {_code(name)} | {words('judge.not_run')} | | | |" for name in tests_not_run(judged)]
        lines.append("")
    return "\n".join([*lines, "</details>"])


def _test_row(test: TestResult, words: Words) -> str:
    cells = (
        _code(test.name),
        _verdict(test.verdict, words),
        duration(test.cpu_seconds),
        size(test.memory_bytes),
        _text(shown_message(test)),
    )
    return f"| {' | '.join(cells)} |"


def _verdict(verdict: Verdict, words: Words) -> str:
    return f"{_MARKS.get(verdict, _FAILED)} {verdict.value} {words(f'judge.verdict.{verdict.value}')}"


def _code(text: str) -> str:
    """Text as code; HTML's ``<code>``, since a backtick may be in a file's name."""
    return f"<code>{_text(text)}</code>"


def _text(text: str) -> str:
    """One line with entities for all that Markdown, HTML or GitHub's autolinks would read."""
    return _READ_AS_MARKUP.sub(lambda match: f"&#{ord(match.group())};", one_line(text))
