"""Reading what compilers and run times say: which error, and in which of the candidate's lines.

The texts are hostile: only their form is read, line by line, and each line is cut first.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from jobcoach.coach.explain.facts import CodeLine, CompileFault
from jobcoach.coach.explain.own_code import OwnCode

_LINE_CHARACTERS_MAX = 400
_LINES_MAX = 2000
_ERROR_NAME = re.compile(r"\((?P<name>[\w.$]+)\)\Z|killed by (?:signal )?(?P<signal>\w+)\Z")
_THROWN = re.compile(r"throwing an instance of '([\w:]+)")
_WORD_AT_START = re.compile(r"[\w.$]+")


@dataclass(frozen=True, slots=True)
class _Patterns:
    frame: re.Pattern[str]
    innermost: str
    error: re.Pattern[str]
    compile_place: re.Pattern[str]
    compile_error: re.Pattern[str]


@cache
def _table() -> dict[str, _Patterns]:
    text = resources.files("jobcoach.coach.explain").joinpath("messages.toml").read_text("utf-8")
    return {name: _patterns(row) for name, row in tomllib.loads(text).items()}


def _patterns(row: Mapping[str, str]) -> _Patterns:
    return _Patterns(
        frame=re.compile(row["frame"]),
        innermost=row["innermost"],
        error=re.compile(row["error"]),
        compile_place=re.compile(row["compile_place"]),
        compile_error=re.compile(row["compile_error"]),
    )


def compile_fault(output: str, code: OwnCode) -> CompileFault:
    """The first error, in the first of the candidate's lines that the compiler names."""
    patterns = _table().get(code.submission.language)
    lines = list(_lines(output))
    if patterns is None:
        return CompileFault(next((line.strip() for line in lines if line.strip()), ""), None)
    messages = [found["message"] for line in lines if (found := patterns.compile_error.search(line))]
    places = _places(lines, patterns.compile_place, code)
    message = messages[0] if messages else next((line.strip() for line in lines if line.strip()), "")
    return CompileFault(message.strip(), next(places, None), max(0, len(messages) - 1))


def error_name(message: str) -> str:
    """The name in a verdict's first line: of an exception, or of the signal; "" if it has none."""
    found = _ERROR_NAME.search(message.partition("\n")[0].strip())
    return (found["name"] or found["signal"] or "") if found else ""


def crash_place(stderr: str, code: OwnCode) -> CodeLine | None:
    """The innermost of the candidate's own lines in a stack trace."""
    patterns = _table().get(code.submission.language)
    if patterns is None:
        return None
    places = list(_places(_lines(stderr), patterns.frame, code))
    if not places:
        return None
    return places[-1] if patterns.innermost == "last" else places[0]


def crash_said(stderr: str, code: OwnCode) -> str:
    """The line of a sample's stderr that says what went wrong."""
    patterns = _table().get(code.submission.language)
    if patterns is None:
        return ""
    found = [match["said"].strip() for line in _lines(stderr) if (match := patterns.error.search(line))]
    return found[-1 if patterns.innermost == "last" else 0] if found else ""


def thrown_name(stderr: str, said: str) -> str:
    """The exception's name as a sample's stderr has it: C++ and Node name theirs nowhere else."""
    if found := _THROWN.search(stderr[: _LINE_CHARACTERS_MAX * 10]):
        return found[1]
    found = _WORD_AT_START.match(said)
    return found[0] if found and found[0].endswith(("Error", "Exception")) else ""


def _places(lines: Iterable[str], pattern: re.Pattern[str], code: OwnCode) -> Iterator[CodeLine]:
    for line in lines:
        found = pattern.search(line)
        if found is not None:
            place = code.find(found["file"], int(found["line"][:9]))
            if place is not None:
                yield place


def _lines(text: str) -> Iterator[str]:
    """The first and the last lines where there are too many: traces are at either end."""
    lines = text.split("\n")
    if len(lines) > _LINES_MAX:
        half = _LINES_MAX // 2
        lines = lines[:half] + lines[-half:]
    for line in lines:
        yield line[:_LINE_CHARACTERS_MAX]
