"""Python's functions: their ends are told by indentation."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

# Each begins with a letter, for which re looks fast; what stands before it is looked at when it was found.
_DEF = re.compile(r"def[ \t]+(\w{1,100})")
_BEFORE_DEF = re.compile(r"([ \t]*+)(?:async[ \t]+)?")
_BRANCH = re.compile(
    r"(?:i(?<!\wi)f|e(?<!\we)lif|f(?<!\wf)or|w(?<!\ww)hile|e(?<!\we)xcept|a(?<!\wa)nd|o(?<!\wo)r)\b"
)
_BRANCH_OR_MATCH = re.compile(
    r"\b(?:if|elif|for|while|except|and|or)\b|^[ \t]*+match\b[^\n=]*:[ \t]*$", re.MULTILINE
)


@dataclass(slots=True)
class Span:
    """A function by its offsets: from its name to its end."""

    name: str
    start: int
    end: int
    complexity: int = 1


def python_functions(code: str, most: int) -> list[Span]:
    """The first ``most`` functions of code with comments and strings blanked, by start."""
    found: list[Span] = []
    for indent, match in _definitions(code):
        if len(found) >= most:
            break
        found.append(Span(match.group(1), match.start(1), _end(code, match.end(), indent)))
    if found:
        pattern = _BRANCH_OR_MATCH if "match" in code else _BRANCH
        _count_innermost(found, [match.start() for match in pattern.finditer(code)])
    return found


def _definitions(code: str) -> Iterator[tuple[int, re.Match[str]]]:
    for match in _DEF.finditer(code):
        line = code.rfind("\n", 0, match.start()) + 1
        before = _BEFORE_DEF.fullmatch(code, line, match.start())
        if before is not None:
            yield len(before.group(1)), match


def _end(code: str, start: int, indent: int) -> int:
    """Where the block ends: before the next line that is indented no further, brackets aside."""
    following = _dedent(indent).search(code, start)
    end = following.start() if following else len(code)
    return start + len(code[start:end].rstrip())


@cache
def _dedent(indent: int) -> re.Pattern[str]:
    return re.compile(rf"\n[ \t]{{0,{indent}}}(?=[^\s)\]}}])")


def _count_innermost(spans: Sequence[Span], branches: Sequence[int]) -> None:
    """Add each branch to the innermost of the spans around it. Both are sorted by start."""
    open_spans: list[Span] = []
    upcoming = 0
    for branch in branches:
        while upcoming < len(spans) and spans[upcoming].start <= branch:
            open_spans.append(spans[upcoming])
            upcoming += 1
        while open_spans and open_spans[-1].end < branch:
            open_spans.pop()
        if open_spans:
            open_spans[-1].complexity += 1
