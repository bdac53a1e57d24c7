"""C12: many notes of work that was not done."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.code_view import code_view
from jobcoach.portfolio.rules.in_code import is_product, mentions
from jobcoach.portfolio.rules.lexers import lexer
from jobcoach.portfolio.rules.rule import FileRule, Hit

_NOTE = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
_NOTES_MIN = 3
_NEAR = ("TODO", "FIXME", "XXX", "HACK")


def applies(info: FileInfo) -> bool:
    """All languages whose comments are known."""
    return is_product(info) and lexer(info.language) is not None


def check(source: SourceText) -> Iterator[Hit]:
    """One hit a file with three notes or more, at the first of them."""
    if not mentions(source, _NEAR):
        return
    view = code_view(source)
    lines = sorted(
        {
            view.line_at(span.start + note.start())
            for span in view.spans
            if span.kind == "comment"
            for note in _NOTE.finditer(view.text[span.start : span.end])
        }
    )
    if len(lines) >= _NOTES_MIN:
        yield Hit(lines[0], lines[0], {"count": str(len(lines))})


RULE = FileRule("C12", "code", "low", "high", applies, check)
