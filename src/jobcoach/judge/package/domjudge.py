"""DOMjudge's own files in a package: ``domjudge-problem.ini`` and ``.timelimit``.

The ini's values may be quoted and then span lines:
https://www.domjudge.org/docs/manual/main/problem-format.html
"""

import math
import re
from dataclasses import dataclass
from pathlib import Path

from jobcoach.judge.package.diagnostics import Findings
from jobcoach.judge.package.limits import MOST_SECONDS
from jobcoach.judge.package.yaml_tree import read_text
from jobcoach.text import nfc, one_line

INI_NAME = "domjudge-problem.ini"
TIMELIMIT_NAME = ".timelimit"
_ENTRY = re.compile(
    r"""^[ \t]*(?P<key>[\w-]+)[ \t]*=[ \t]*
        (?: "(?P<double>[^"]*)" | '(?P<single>[^']*)' | (?P<plain>[^;\r\n]*) )""",
    re.MULTILINE | re.VERBOSE,
)
_KEYS = {
    "name", "allow_submit", "allow_judge", "timelimit", "special_run", "special_compare", "points", "color",
    "externalid", "short-name", "probid", "problemid",
}  # fmt: skip
# Executables that every DOMjudge server has, and that do what ours do.
_OWN_EXECUTABLES = ("compare", "run", "")


@dataclass(frozen=True, slots=True)
class DomjudgeSettings:
    """What the ini sets; None where it says nothing."""

    name: str | None = None
    time_limit_seconds: float | None = None
    special_compare: str | None = None
    special_run: str | None = None


def read_domjudge(root: Path, findings: Findings) -> DomjudgeSettings:
    """Both files; the ini's time limit goes before that of ``.timelimit``."""
    entries: dict[str, str] = {}
    ini = root / INI_NAME
    text = read_text(ini, findings) if ini.is_file() and not ini.is_symlink() else ""
    for match in _ENTRY.finditer(text or ""):
        key = match["key"].lower()
        line = (text or "").count("\n", 0, match.start()) + 1
        if key not in _KEYS:
            findings.warn(ini, line, f"unknown key {key!r} is ignored")
        entries[key] = nfc(match["double"] or match["single"] or match["plain"] or "").strip()
    limit = _seconds(ini, entries["timelimit"], findings) if "timelimit" in entries else None
    return DomjudgeSettings(
        name=one_line(entries.get("name", "")) or None,
        time_limit_seconds=limit if limit is not None else _timelimit_file(root, findings),
        special_compare=_executable(entries.get("special_compare")),
        special_run=_executable(entries.get("special_run")),
    )


def _executable(name: str | None) -> str | None:
    return None if name in _OWN_EXECUTABLES else name


def _timelimit_file(root: Path, findings: Findings) -> float | None:
    path = root / TIMELIMIT_NAME
    if not path.is_file() or path.is_symlink():
        return None
    text = read_text(path, findings, max_bytes=1024)
    return None if text is None else _seconds(path, text.strip(), findings)


def _seconds(path: Path, text: str, findings: Findings) -> float | None:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if 0 < value <= MOST_SECONDS:
        return value
    asked = f"a number of seconds above 0 and up to {MOST_SECONDS}"
    findings.error(path, None, f"the time limit must be {asked}, not {text[:40]!r}")
    return None
