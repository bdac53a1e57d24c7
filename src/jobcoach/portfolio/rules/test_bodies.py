"""The test functions of a file with their bodies, where a language tells tests by their form."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from jobcoach.portfolio.inventory.file_info import SourceText
from jobcoach.portfolio.rules.code_view import CodeView, code_view
from jobcoach.portfolio.rules.in_code import JAVASCRIPT, JVM, block_end

_LONGEST_HEAD, _LONGEST_ARGUMENTS = 600, 10_000
_FURTHER = re.compile(r"\s*@[\w.]+")
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
    for found in _ANNOTATION.finditer(view.code):
        signature = _behind_annotations(view.code, found.end())
        opening = view.code.find("{", signature, signature + _LONGEST_HEAD)
        if opening < 0:
            continue
        head = view.text[found.start() : opening]
        name = _JVM_NAME.search(view.text, signature, opening + 1)
        end = block_end(view.code, opening)
        yield TestBody(
            name=(name["quoted"] or name["kotlin"] or name["java"]) if name else "",
            start=view.line_at(found.start()),
            end=view.line_at(end),
            head=head,
            code=view.code[opening + 1 : end],
        )


def _behind_annotations(code: str, start: int) -> int:
    """Where the signature begins: further annotations, whose arguments may hold braces, are passed over."""
    while annotation := _FURTHER.match(code, start):
        start = annotation.end()
        if code.startswith("(", start):
            depth = 0
            for bracket in re.compile(r"[()]").finditer(code, start, start + _LONGEST_ARGUMENTS):
                depth += 1 if bracket.group() == "(" else -1
                if depth == 0:
                    start = bracket.end()
                    break
            else:
                return start
    return start


def _of_python(view: CodeView) -> Iterator[TestBody]:
    lines = view.code_lines
    for found in _PYTHON.finditer(view.code):
        start = view.line_at(found.end("depth"))
        depth = len(found["depth"])
        end = start
        closed = False
        for number in range(start + 1, len(lines) + 1):
            line = lines[number - 1]
            if line.strip() and len(line) - len(line.lstrip()) <= depth and not line.lstrip().startswith(")"):
                closed = True
                break
            if line.strip():
                end = number
        body = "\n".join(lines[start:end])
        if closed or end > start:
            yield TestBody(found["name"], start, end, lines[start - 2] if start > 1 else "", body)


def _of_javascript(view: CodeView) -> Iterator[TestBody]:
    for found in _CALL.finditer(view.code):
        opening = view.code.find("{", found.end(), found.end() + _LONGEST_HEAD)
        arrow = view.code.find("=>", found.end(), found.end() + _LONGEST_HEAD)
        if opening < 0 or (0 <= arrow < opening and view.code[arrow + 2 : opening].strip()):
            continue
        destructured = view.code[found.end() : opening].rstrip().endswith("(")
        if destructured:  # ({ page }) => { … }
            opening = view.code.find("{", block_end(view.code, opening), opening + _LONGEST_HEAD)
            if opening < 0:
                continue
        end = block_end(view.code, opening)
        close = view.text.find(found["quote"], found.end())
        name = view.text[found.end() : close] if 0 <= close < opening else ""
        yield TestBody(name, view.line_at(found.start()), view.line_at(end), "", view.code[opening + 1 : end])


_LANGUAGES: Mapping[str, Callable[[CodeView], Iterator[TestBody]]] = {
    **dict.fromkeys(JVM, _of_jvm),
    "Python": _of_python,
    **dict.fromkeys(JAVASCRIPT, _of_javascript),
}
