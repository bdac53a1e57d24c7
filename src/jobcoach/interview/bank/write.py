"""A question as the text of its TOML file: what ``question_file`` reads back is equal."""

import re
from collections.abc import Iterator, Sequence

from jobcoach.interview.bank.question import BankPoint, LocalText, LocalTexts, Question

_COLUMNS = 110
_SHORT = 90
_TEXTS = ("question", "hint", "reference", "paraphrase")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
_ESCAPED = re.compile(r'[\x00-\x1f\x7f"\\]')
# In a text of many lines a line feed and a lone quote may stand as they are.
_ESCAPED_IN_LINES = re.compile(r'[\x00-\x09\x0b-\x1f\x7f\\]|"(?=")|"$')


def question_toml(question: Question) -> str:
    """The file's text, in the order in which people write it."""
    blocks = [[f'id = "{question.id}"', f'topic = "{question.topic}"', f'level = "{question.level}"']]
    if question.skills:
        blocks[0].append(f"skills = {_list(question.skills)}")
    for name in _TEXTS:
        text: LocalText | None = getattr(question, name)
        if text is not None:
            blocks.append([f"[{name}]", *_languages("", text)])
    blocks += [list(_point(point)) for point in question.key_points]
    return "\n\n".join("\n".join(lines) for lines in blocks) + "\n"


def _point(point: BankPoint) -> Iterator[str]:
    yield "[[key_points]]"
    yield f'id = "{point.id}"'
    if point.weight != 1:
        yield f"weight = {point.weight!r}"
    if point.must:
        yield "must = true"
    yield from _languages("statement.", point.statement)
    if point.probe is not None:
        yield from _languages("probe.", point.probe)
    yield from _lists("aliases.", point.aliases)
    yield from _lists("misconceptions.", point.misconceptions)


def _languages(prefix: str, text: LocalText) -> Iterator[str]:
    for name, value in (("ko", text.ko), ("en", text.en)):
        if value is not None:
            yield f"{prefix}{name} = {_string(value)}"


def _lists(prefix: str, texts: LocalTexts) -> Iterator[str]:
    for name, values in (("ko", texts.ko), ("en", texts.en)):
        if values:
            yield f"{prefix}{name} = {_list(values)}"


def _list(values: Sequence[str]) -> str:
    return f"[{', '.join(_one_line(value) for value in values)}]"


def _string(text: str) -> str:
    if len(text) <= _SHORT and "\n" not in text:
        return _one_line(text)
    escaped = _ESCAPED_IN_LINES.sub(_escape, text)
    lines = [piece for line in escaped.split("\n") for piece in _broken(line)]
    return '"""\n' + "\n".join(lines) + '\\\n"""'


def _broken(line: str) -> Iterator[str]:
    """A long line in pieces: a backslash at a line's end takes the white space after it away."""
    start = 0
    while len(line) - start > _COLUMNS:
        end = line.rfind(" ", start, start + _COLUMNS)
        if end <= start or line[end + 1].isspace():
            break
        yield line[start : end + 1] + "\\"
        start = end + 1
    yield line[start:]


def _one_line(text: str) -> str:
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    return _ESCAPES.get(char) or f"\\u{ord(char):04x}"
