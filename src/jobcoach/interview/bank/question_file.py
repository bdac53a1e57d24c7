"""One question file: read and validated, with a complaint that names file, line, field and reason."""

import re
import stat
import tomllib
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from jobcoach.errors import InputError
from jobcoach.interview.bank.question import Question

FILE_BYTES_MAX = 256 << 10
_POINT_HEADER = re.compile(r"^\s*\[\[\s*key_points\s*\]\]", re.MULTILINE)


def read_question(path: Path) -> Question:
    """The question of one TOML file. Raises InputError for one that cannot be used."""
    return parse_question(read_text(path, FILE_BYTES_MAX), str(path))


def parse_question(text: str, name: str) -> Question:
    """The question of a TOML text; ``name`` is what a complaint calls it. Raises InputError."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise unusable(name, f"it is not TOML: {error}") from error
    except RecursionError as error:
        raise unusable(name, "it is not TOML: it is nested too deeply") from error
    try:
        question = Question.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise unusable(name, _complaint(text, first["loc"], first["msg"])) from error
    if question.reference is not None and not question.key_points:
        raise unusable(name, "key_points is missing: an answer is graded by the points it makes")
    if question.key_points and question.reference is None:
        raise unusable(name, "reference is missing: the key points are those of a reference answer")
    return question


def read_text(path: Path, bytes_max: int) -> str:
    """A regular file's text, UTF-8 with or without a mark. Raises InputError."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise unreadable(path, "it is not a regular file")
        with path.open("rb") as file:
            content = file.read(bytes_max + 1)
        if len(content) > bytes_max:
            raise unreadable(path, f"it is larger than {bytes_max >> 10} KiB")
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise unreadable(path, "it is not UTF-8") from error
    except FileNotFoundError as error:
        raise unreadable(path, "there is no such file or folder") from error
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        raise unreadable(path, getattr(error, "strerror", None) or str(error)) from error


def unreadable(path: Path, why: str) -> InputError:
    """The error for a file that cannot be read."""
    return InputError(f"cannot read {path}", why=why)


def unusable(name: str, why: str) -> InputError:
    """The error for a file whose content is no question."""
    return InputError(f"the question in {name} cannot be used", why=why, mend=f"mend or remove {name}")


def _complaint(text: str, place: Sequence[int | str], message: str) -> str:
    """``key_points 2, statement (line 12) is missing``."""
    line = _line(text, place)
    where = f"{_field(place)} (line {line})" if line else _field(place)
    match message:
        case "Field required":
            return f"{where} is missing"
        case "Extra inputs are not permitted":
            return f"there is no field {where}"
    reason = message.removeprefix("Value error, ")
    return f"{where}: {reason}" if where else reason


def _field(place: Sequence[int | str]) -> str:
    """``key_points 2, statement.en``: points are counted from 1, as people do."""
    field = ""
    for name in place:
        if isinstance(name, int):
            field += f" {name + 1},"
        elif field.endswith(","):
            field += f" {name}"
        else:
            field += f".{name}" if field else name
    return field.rstrip(",")


def _line(text: str, place: Sequence[int | str]) -> int | None:
    """Where the field stands, or the key point that lacks it; None if that is not to be seen."""
    start = 0
    names = list(place)
    if len(names) > 1 and names[0] == "key_points" and isinstance(names[1], int):
        headers = list(_POINT_HEADER.finditer(text))
        if names[1] >= len(headers):
            return None
        start = headers[names[1]].end()
        names = names[2:]
    end = next((found.start() for found in _POINT_HEADER.finditer(text, start)), len(text))
    for name in [str(name) for name in names if not isinstance(name, int)][:1]:
        written = re.compile(rf"^\s*\[?\s*{re.escape(name)}\b", re.MULTILINE).search(text, start, end)
        if written is not None:
            start = written.end()
        elif not start:
            return None
    return text.count("\n", 0, start) + 1 if names or start else None
