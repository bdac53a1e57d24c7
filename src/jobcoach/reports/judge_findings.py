"""What a CI system shows beside a file: one finding a submission that is not accepted."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from jobcoach.judge.submissions.discover import Unusable
from jobcoach.judge.verdicts import Verdict
from jobcoach.reports.figures import points
from jobcoach.reports.judge_report import (
    Judged,
    JudgeReport,
    accepted_tests,
    points_of,
    shown_message,
)
from jobcoach.words import Words

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """``path`` is below the working directory where the submission is, ``line`` the one that the
    compiler named; ``kind`` is the verdict, ``unusable`` or ``not-judged``. The path, the
    problem, the title and the message may hold text of strangers."""

    path: str
    problem: str
    kind: str
    level: Level
    title: str
    message: str
    line: int = 1


def judge_findings(report: JudgeReport, words: Words, *, fail_under: float | None = None) -> list[Finding]:
    """In the order of the report; an error is what makes the run fail, all else is a warning."""
    judged = (_judged(one, words, fail_under) for one in report.judged if one.result.verdict != Verdict.AC)
    unusable = (_unusable(one, words) for one in report.unusable)
    not_judged = (_not_judged(path, report.stopped_by, words) for path in report.not_judged)
    return [*judged, *unusable, *not_judged]


def _judged(one: Judged, words: Words, fail_under: float | None) -> Finding:
    result = one.result
    good_enough = fail_under is not None and points_of(result)[0] >= fail_under
    told = words(f"judge.verdict.{result.verdict.value}")
    lines = list(_lines(one, words)) or [told]
    return Finding(
        path=_plain(result.path),
        problem=result.problem,
        kind=result.verdict.value,
        level="warning" if good_enough and result.verdict != Verdict.JE else "error",
        title=f"{result.problem}: {result.verdict.value} {told}",
        message="\n".join(lines),
        line=1 if result.compile.ok else _line_named(result.compile.output, result.path),
    )


def _lines(one: Judged, words: Words) -> Iterator[str]:
    """What the title leaves open; nothing of a compiler that said nothing."""
    result = one.result
    if result.tests:
        count = len(one.test_names) or len(result.tests)
        yield words("judge.tests_accepted", accepted=accepted_tests(result), count=count)
    if result.points is not None:
        scored, maximum = points_of(result)
        yield words("judge.points", points=points(scored), maximum=points(maximum))
    failed = next((test for test in result.tests if test.verdict != Verdict.AC), None)
    if failed is not None:
        said = shown_message(failed)
        first = words("judge.first_failing", name=failed.name, verdict=failed.verdict.value)
        yield f"{first}: {said}" if said else first
    if result.message:
        yield result.message
    if not result.compile.ok and result.compile.output:
        yield result.compile.output


def _line_named(output: str, path: str) -> int:
    """The first line of the file that a compiler calls an error, else the first that it names, else 1.

    ``a.c:2:9: error``, ``Main.java:3: error``, ``File "a.py", line 1``.
    """
    name = rf"(?<![\w.-]){re.escape(posixpath.basename(path))}"
    line = "([0-9]{1,6})(?![0-9])"
    for pattern in (rf"{name}:{line}(?::[0-9]+)?: (?:fatal )?error", rf'{name}(?:", line |:){line}'):
        if found := re.search(pattern, output):
            return max(int(found[1]), 1)
    return 1


def _unusable(one: Unusable, words: Words) -> Finding:
    title = words("judge.cannot_be_judged")
    return Finding(_plain(one.path), "", "unusable", "error", title, str(one.error))


def _not_judged(path: str, reason: str, words: Words) -> Finding:
    return Finding(_plain(path), "", "not-judged", "warning", words("judge.not_run"), reason)


def _plain(path: str) -> str:
    """``./a/b.py`` is ``a/b.py`` to those who know a repository's files by name."""
    return posixpath.normpath(path)
