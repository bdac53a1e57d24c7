"""The test functions of a file with their bodies, where a language tells tests by their form."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from jobcoach.portfolio.inventory.file_info import SourceText
from jobcoach.portfolio.rules.code_view import CodeView, code_view
from jobcoach.portfolio.rules.in_code import JAVASCRIPT, JVM

# Longer ones are not looked at, so that a file made to be slow is not.
_MOST_TESTS, _LONGEST_HEAD, _LONGEST_ARGUMENTS, _LONGEST_BODY = 5000, 600, 2000, 6000
_MOST_ANNOTATIONS, _MOST_LINES = 20, 300
_FURTHER = re.compile(r"\s*@[\w.]+")
_BRACKET, _BRACE = re.compile(r"[()]"), re.compile(r"[{}]")
_ANNOTATION = re.compile(
    r"^[ \t]*@(?:Test|ParameterizedTest|RepeatedTest)\b(?P<arguments>\([^()\n]*\))?", re.MULTILINE
)
_JVM_NAME = re.compile(r"\b(?:fun\s+(?:`(?P<quoted>[^`\n]*)`|(?P<kotlin>\w+))|(?P<java>\w+))\s*\(")
_PYTHON = re.compile(r"^(?P<depth>[ \t]*)(?:async )?def (?P<name>test\w*)\(", re.MULTILINE)
_CALL = re.compile(r"(?<![\w.])(?:it|test)\(\s*(?P<quote>[\"'`])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class TestBody:
    """A test. Lines are counted from 1; ``code`` is what it runs, comments and strings blanked."""

    __test__ = False  # no test of ours, whatever its name says

    name: str
    start: int
    end: int
    head: str
    code: str


def test_bodies(source: SourceText) -> Iterator[TestBody]:
    """The tests of a file, in order; none where the language is not known."""
    find = _LANGUAGES.get(source.info.language)
    if find is not None:
        yield from find(code_view(source))


test_bodies.__test__ = False  # type: ignore[attr-defined] # nor is this one


def _of_jvm(view: CodeView) -> Iterator[TestBody]:
    for found in islice(_ANNOTATION.finditer(view.code), _MOST_TESTS):
        signature = _behind_annotations(view.code, found.end())
        opening = view.code.find("{", signature, signature + _LONGEST_HEAD)
        end = _closing(_BRACE, view.code, opening, _LONGEST_BODY)
        if end is None:
            continue
        name = _JVM_NAME.search(view.text, signature, opening + 1)
        yield TestBody(
            name=(name["quoted"] or name["kotlin"] or name["java"]) if name else "",
            start=view.line_at(found.start()),
            end=view.line_at(end),
            head=view.text[found.start() : opening],
            code=view.code[opening + 1 : end],
        )


def _behind_annotations(code: str, start: int) -> int:
    """Where the signature begins: further annotations, whose arguments may hold braces, are passed over."""
    for _ in range(_MOST_ANNOTATIONS):
        annotation = _FURTHER.match(code, start)
        if annotation is None:
            break
        start = annotation.end()
        if code.startswith("(", start):
            closing = _closing(_BRACKET, code, start, _LONGEST_ARGUMENTS)
            start = start if closing is None else closing + 1
    return start


def _closing(brackets: re.Pattern[str], code: str, opening: int, longest: int) -> int | None:
    """The offset of what closes the bracket at ``opening``; None if nothing near does."""
    if opening < 0:
        return None
    depth = 0
    for bracket in brackets.finditer(code, opening, opening + longest):
        depth += 1 if bracket.group() in "({" else -1
        if depth == 0:
            return bracket.start()
    return None


def _of_python(view: CodeView) -> Iterator[TestBody]:
    lines = view.code_lines
    for found in islice(_PYTHON.finditer(view.code), _MOST_TESTS):
        start = view.line_at(found.end("depth"))
        end = _last_line(lines, start, len(found["depth"]))
        if end is not None:
            head = lines[start - 2] if start > 1 else ""
            yield TestBody(found["name"], start, end, head, "\n".join(lines[start:end]))


def _last_line(lines: Sequence[str], start: int, depth: int) -> int | None:
    """The last line that is set in deeper than the one at ``start``; None if there are too many."""
    end = start
    for number in range(start + 1, min(len(lines), start + _MOST_LINES) + 1):
        text = lines[number - 1].lstrip()
        if text and len(lines[number - 1]) - len(text) <= depth and not text.startswith(")"):
            return end
        if text:
            end = number
    return end if len(lines) <= start + _MOST_LINES else None


def _of_javascript(view: CodeView) -> Iterator[TestBody]:
    for found in islice(_CALL.finditer(view.code), _MOST_TESTS):
        opening = _body_opening(view.code, found.end())
        end = _closing(_BRACE, view.code, opening, _LONGEST_BODY)
        if end is not None:
            close = view.text.find(found["quote"], found.end(), opening)
            name = view.text[found.end() : close] if close >= 0 else ""
            yield TestBody(
                name, view.line_at(found.start()), view.line_at(end), "", view.code[opening + 1 : end]
            )


def _body_opening(code: str, start: int) -> int:
    """The brace that opens the function given to a test, -1 if there is none."""
    opening = code.find("{", start, start + _LONGEST_HEAD)
    arrow = code.find("=>", start, start + _LONGEST_HEAD)
    if opening < 0 or (0 <= arrow < opening and code[arrow + 2 : opening].strip()):
        return -1
    if not code[start:opening].rstrip().endswith("("):
        return opening
    destructured = _closing(_BRACE, code, opening, _LONGEST_HEAD)  # ({ page }) => { … }
    return -1 if destructured is None else code.find("{", destructured, destructured + _LONGEST_HEAD)


_LANGUAGES: Mapping[str, Callable[[CodeView], Iterator[TestBody]]] = {
    **dict.fromkeys(JVM, _of_jvm),
    "Python": _of_python,
    **dict.fromkeys(JAVASCRIPT, _of_javascript),
}
