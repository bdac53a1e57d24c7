"""Verdicts as terminal lines: pure functions from results to text.

Text that others wrote (paths, messages, compiler output) is made printable here.
"""

from collections.abc import Sequence

from jobcoach.judge.languages import all_languages
from jobcoach.judge.results import SubmissionResult, TestResult
from jobcoach.judge.verdicts import Verdict
from jobcoach.reports.figures import duration, points, size
from jobcoach.reports.judge_report import (
    Judged,
    JudgeReport,
    accepted_tests,
    is_sample,
    peak_memory_bytes,
    points_of,
    shown_message,
    slowest_test,
    tests_not_run,
)
from jobcoach.reports.sample_view import first_difference, sample_lines
from jobcoach.reports.style import Style, unstyled
from jobcoach.text import cut, one_line, pad, pad_left, printable, width
from jobcoach.words import Words

_COMPILER_LINES_MAX = 40
_SAID_LINES_MAX = 12
_SEPARATOR = " · "


def header_line(problem: str, language: str, path: str, style: Style) -> str:
    """What is being judged: problem, language, path."""
    row = all_languages().get(language)
    name = row.name if row else language
    return _SEPARATOR.join((style.bold(one_line(problem)), one_line(name), one_line(path)))


def result_lines(test: TestResult, name_columns: int, style: Style) -> list[str]:
    """One test: name, verdict, CPU time, memory, points, and the first line of its
    message, which goes below where it does not fit."""
    cells = [
        pad(one_line(test.name), name_columns),
        style.verdict(test.verdict, pad(test.verdict.value, 3)),
        pad_left(duration(test.cpu_seconds), 8),
        pad_left(size(test.memory_bytes), 10),
    ]
    if test.points is not None:
        cells.append(pad_left(points(test.points), 6))
    line = "  " + "  ".join(cells)
    message = one_line(shown_message(test).partition("\n")[0])
    if not message:
        return [line.rstrip()]
    together = f"{line}  {message}"
    if width(unstyled(together)) <= style.columns:
        return [together]
    return [line.rstrip(), "    " + cut(message, style.columns - 4)]


def verdict_lines(judged: Judged, words: Words, style: Style) -> list[str]:
    """The end of one submission: compiler output if it failed, verdict, slowest test, peak memory."""
    result = judged.result
    lines = [] if result.compile.ok else compiler_lines(result.compile.output, words)
    lines.append(verdict_line(judged, words, style))
    if (slowest := slowest_test(result)) is not None:
        slow = words("judge.slowest", name=one_line(slowest.name), cpu=duration(slowest.cpu_seconds))
        memory = words("judge.peak_memory", size=size(peak_memory_bytes(result)))
        lines.append(style.dim(_SEPARATOR.join((slow, memory))))
    if result.message:
        lines.extend(printable(result.message).splitlines()[:_COMPILER_LINES_MAX])
    if result.verdict == Verdict.JE:
        lines.append(style.warn(words("judge.not_your_fault")))
    return lines + marks(result, words, style)


def verdict_line(judged: Judged, words: Words, style: Style) -> str:
    """``WA wrong answer · 3 of 12 tests accepted · 25 / 100 points``."""
    result = judged.result
    parts = [words(f"judge.verdict.{result.verdict.value}")]
    total = len(result.tests) + len(tests_not_run(judged))
    if result.tests:
        parts.append(words("judge.tests_accepted", accepted=accepted_tests(result), count=total))
    if result.points is not None:
        scored, maximum = points_of(result)
        parts.append(words("judge.points", points=points(scored), maximum=points(maximum)))
    return f"{style.verdict(result.verdict, result.verdict.value)}  {_SEPARATOR.join(parts)}"


def marks(result: SubmissionResult, words: Words, style: Style) -> list[str]:
    """What a reader must know to trust the verdict: it was kept, or ran without isolation."""
    lines = []
    if result.cached:
        lines.append(style.dim(words("judge.cached")))
    if result.sandbox == "process":
        lines.append(style.warn(words("judge.not_isolated")))
    return lines


def compiler_lines(output: str, words: Words) -> list[str]:
    """What the compiler said, printable and cut."""
    lines = printable(output).rstrip().splitlines()
    shown = ["  " + line for line in lines[:_COMPILER_LINES_MAX]]
    if len(lines) > _COMPILER_LINES_MAX:
        shown.append("  " + words("judge.more_lines", count=len(lines) - _COMPILER_LINES_MAX))
    return shown


def failed_samples(result: SubmissionResult) -> list[TestResult]:
    """Sample tests of which there is more to show than their line."""
    return [test for test in result.tests if is_sample(test) and (_has_wrong_output(test) or _said(test))]


def sample_block(test: TestResult, words: Words, style: Style, *, difference: bool) -> list[str]:
    """A failed sample: its data beside each other, where it differs first if asked, and
    the end of what the program or the validator said."""
    lines = ["", style.bold(one_line(test.name))]
    if test.sample is not None and _has_wrong_output(test):
        lines += sample_lines(test.sample, words, style)
        if difference and (told := first_difference(test.sample, words)):
            lines.append("  " + style.warn(words("judge.first_difference", where=told)))
    return lines + ["  " + line for line in _said(test)[-_SAID_LINES_MAX:]]


def _has_wrong_output(test: TestResult) -> bool:
    return test.verdict == Verdict.WA and test.sample is not None


def _said(test: TestResult) -> list[str]:
    """The lines of a message that its test's line has no room for."""
    return printable(test.message).splitlines()[1:] if test.verdict != Verdict.AC else []


def submission_lines(judged: Judged, path_columns: int, style: Style) -> list[str]:
    """One submission of a batch: verdict, points, slowest test, peak memory, path, problem;
    below it what kept the judge from judging it."""
    result = judged.result
    scored, maximum = points_of(result)
    slowest = slowest_test(result)
    cells = [
        style.verdict(result.verdict, pad(result.verdict.value, 3)),
        pad_left(f"{points(scored)}/{points(maximum)}", 8),
        pad_left(duration(slowest.cpu_seconds) if slowest else "-", 8),
        pad_left(size(peak_memory_bytes(result)) if slowest else "-", 10),
        pad(one_line(result.path), path_columns),
        one_line(result.problem),
    ]
    reason = [f"     {one_line(result.message)}"] if result.verdict == Verdict.JE and result.message else []
    return ["  ".join(cells).rstrip(), *reason]


def totals_line(report: JudgeReport, words: Words, style: Style) -> str:
    """How many submissions got which verdict."""
    counts: dict[Verdict, int] = {}
    for one in report.judged:
        counts[one.result.verdict] = counts.get(one.result.verdict, 0) + 1
    parts = [words("judge.submissions", count=len(report.judged))]
    parts += [style.verdict(kind, f"{kind.value} {counts[kind]}") for kind in Verdict if kind in counts]
    if report.unusable:
        parts.append(words("judge.unusable_count", count=len(report.unusable)))
    if report.not_judged:
        parts.append(words("judge.not_judged_count", count=len(report.not_judged)))
    return _SEPARATOR.join(parts)


def column_width(texts: Sequence[str], at_most: int) -> int:
    """The width of a column that holds these texts."""
    return min(max((width(one_line(text)) for text in texts), default=0), at_most)
