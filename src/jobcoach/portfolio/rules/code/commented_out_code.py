"""C08: code that was commented out and left."""

import re
from collections.abc import Iterator, Sequence

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.code_view import CodeView, Span, code_view
from jobcoach.portfolio.rules.in_code import JAVASCRIPT, compiled, is_product, per_language
from jobcoach.portfolio.rules.rule import FileRule, Hit

_LINES_MIN = 5
_LINES_SURE = 10
_CODE_SHARE_MIN = 0.75
# Lines that are hardly ever prose.
_CODE = per_language(
    (
        ("Java", "Kotlin", "C", "C++", "C#", "Go", "Dart", "Swift", "PHP", *JAVASCRIPT),
        r".*[;{}]$|.*\);?$|\}.*|</?[A-Za-z][\w.-]*(?:[ />].*)?$|@[A-Z]\w+(?:\(.*)?$|.*=>.*"
        r"|(?:const|let|var|val|private|public|return|import|fun|func)\b.*[=;({].*|\.\w+\(.*"
        r"|[\w.]+[:=] ?\S+,$",
    ),
    (
        ("Python",),
        r"(?:if|elif|else|for|while|def|class|with|try|except|finally)\b.*:$|@\w[\w.]*(?:\(.*)?$"
        r"|(?:return|import|from \S+ import|raise|del)\b.*|[\w.\[\]'\"]+(?:, ?[\w.]+)* ?[-+*/|&]?= ?\S.*"
        r"|[\w.]+\(.*[),(]$|[)\]}],?$",
    ),
)
_MARKS = re.compile(r"^\s*(?:///?|#|/\*|\*/?|<!--|\{/\*)?\s?|\s*(?:\*/\}?|-->)\s*$")
_DOCUMENTATION = re.compile(
    r"(?i)\b(?:examples?|usage|functions|e\.g|eg|output|input|copyright|license|todo)\b|예시|예제|사용법|출력|입력"
    r"|@param|@return|>>>|^\s*/\*\*|^\s*///"
)


def applies(info: FileInfo) -> bool:
    """Languages whose lines of code are told from prose."""
    return info.language in _CODE and is_product(info)


def check(source: SourceText) -> Iterator[Hit]:
    """Runs of comments that are code for three quarters or more; documentation is left alone."""
    view = code_view(source)
    pattern = compiled(_CODE[source.info.language])
    for start, end in _runs(view):
        text = "\n".join(source.lines[start - 1 : end])
        if end - start + 1 < _LINES_MIN or _DOCUMENTATION.search(text):
            continue
        lines = [bare for line in source.lines[start - 1 : end] if (bare := _MARKS.sub("", line).strip())]
        code = sum(1 for line in lines if pattern.match(line))
        if code >= _LINES_MIN - 1 and code >= _CODE_SHARE_MIN * len(lines):
            lines_count = end - start + 1
            sure = lines_count >= _LINES_SURE
            yield Hit(start, end, {"lines": str(lines_count)}, confidence="high" if sure else "medium")


def _runs(view: CodeView) -> list[tuple[int, int]]:
    """First and last line of each run of comments with nothing but white space between them."""
    runs: list[tuple[int, int]] = []
    last_end = -1
    for span in _whole_line_comments(view):
        start, end = view.line_at(span.start), view.line_at(max(span.start, span.end - 1))
        if runs and start <= runs[-1][1] + 1 and not view.text[last_end : span.start].strip():
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
        last_end = span.end
    return runs


def _whole_line_comments(view: CodeView) -> Sequence[Span]:
    """Comments before which nothing stands on the line, but for the brace of JSX."""
    return [
        span
        for span in view.spans
        if span.kind == "comment"
        and view.text[view.line_offset(view.line_at(span.start)) : span.start].strip() in ("", "{")
    ]


RULE = FileRule("C08", "code", "low", "high", applies, check)
