"""S15: HTML made from variables and not escaped."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.in_code import JAVASCRIPT, is_product, matches, mentions, per_language
from jobcoach.portfolio.rules.rule import FileRule, Hit

_PATTERNS = per_language(
    (
        JAVASCRIPT,
        r"\b(?P<react>dangerouslySetInnerHTML)\s*=\s*\{\{\s*__html\s*:\s*(?![\"'`])"
        r"|\.(?P<dom>innerHTML)\s*\+?=\s*(?:`[^`]{0,2000}?\$\{|[a-zA-Z_][\w.]*\s*(?:;|$|\+)|[\"'][^\"'\n]{0,300}[\"']\s*\+)",
    ),
    (("Python",), r"\b(?P<python>mark_safe|Markup)\(\s{0,20}(?:[fF][\"']|[a-z]\w*\s*[,)+%])"),
)  # fmt: skip
_CLEANED = re.compile(r"(?i)sanitiz|dompurify|\bxss\b|escapeHtml|json-?ld|highlight|prism|katex|marked")
_NEAR = ("innerHTML", "InnerHTML", "mark_safe", "Markup")


def applies(info: FileInfo) -> bool:
    """Languages that make pages."""
    return info.language in _PATTERNS and is_product(info)


def check(source: SourceText) -> Iterator[Hit]:
    """Each place, unless the file cleans HTML or shows what a library made."""
    if not mentions(source, _NEAR) or _CLEANED.search(source.text):
        return
    for view, match in matches(source, _PATTERNS, _NEAR):
        line = view.line_at(match.start())
        how = next(value for value in match.groupdict().values() if value)
        yield Hit(line, line, {"how": how})


RULE = FileRule("S15", "security", "medium", "low", applies, check)
