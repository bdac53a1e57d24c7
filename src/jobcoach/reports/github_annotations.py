"""Findings as GitHub's workflow commands: ``::error file=…,line=…,title=…::message``.

GitHub takes ten errors and ten warnings of a step and drops the others without a
word, so of more the last that is shown counts the rest. A message longer than 4096
characters is cut by the runner; here it is cut by ourselves, before it is escaped.

Whatever a file is called and whatever a program says, it is a value of such a
command, never a command of its own: see ``_value`` and ``_property``.
"""

from collections.abc import Sequence

from jobcoach.reports.judge_findings import Finding, Level
from jobcoach.text import one_line, printable
from jobcoach.words import Words

OF_A_LEVEL_MAX = 10
_MESSAGE_CHARACTERS_MAX = 3000
_TITLE_CHARACTERS_MAX = 200
_LEVELS: tuple[Level, ...] = ("error", "warning")


def github_annotations(findings: Sequence[Finding], words: Words) -> str:
    """One line a command, errors first; "" if there are no findings."""
    lines: list[str] = []
    for level in _LEVELS:
        of_level = [finding for finding in findings if finding.level == level]
        shown = of_level if len(of_level) <= OF_A_LEVEL_MAX else of_level[: OF_A_LEVEL_MAX - 1]
        lines += [_annotation(finding) for finding in shown]
        if rest := len(of_level) - len(shown):
            lines.append(f"::{level} title=jobcoach::{_value(words('judge.more_findings', count=rest))}")
    return "".join(f"{line}\n" for line in lines)


def _annotation(finding: Finding) -> str:
    title = _property(_cut(one_line(finding.title), _TITLE_CHARACTERS_MAX))
    message = _value(_cut(printable(finding.message), _MESSAGE_CHARACTERS_MAX))
    place = f"file={_property(printable(finding.path))},line={finding.line}"
    return f"::{finding.level} {place},title={title}::{message}"


def _cut(text: str, characters: int) -> str:
    return text if len(text) <= characters else text[: characters - 1] + "…"


def _value(text: str) -> str:
    """Text behind ``::``: the percent sign first, for the others are made of it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _value(text).replace(":", "%3A").replace(",", "%2C")
