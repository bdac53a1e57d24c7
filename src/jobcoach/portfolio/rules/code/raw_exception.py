"""C14: exceptions thrown of a class that says nothing."""

from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.in_code import is_product, matches, per_language
from jobcoach.portfolio.rules.rule import FileRule, Hit

# With a cause it wraps a checked exception, which is customary.
_ONLY_A_MESSAGE = r"\((?:\)|\"(?:[^\"\\\n]|\\.){0,200}\"\s*\))"
_PATTERNS = per_language(
    (("Java",), r"\bthrow\s+new\s+(?P<type>RuntimeException|Exception|Throwable)" + _ONLY_A_MESSAGE),
    (("Kotlin",), r"\bthrow\s+(?P<type>RuntimeException|Exception|Throwable)" + _ONLY_A_MESSAGE),
    (("Python",), r"^[ \t]*raise[ \t]+(?P<type>Exception|BaseException)\b"),
    (("JavaScript", "TypeScript"), r"\bthrow\s+(?P<type>[\"'`])"),
)
_NEAR = ("throw", "raise")


def applies(info: FileInfo) -> bool:
    """Languages whose exceptions have classes."""
    return info.language in _PATTERNS and is_product(info)


def check(source: SourceText) -> Iterator[Hit]:
    """One hit a file: the first such throw, with the number of them."""
    found = [
        (view.line_at(match.start("type")), match["type"])
        for view, match in matches(source, _PATTERNS, _NEAR)
    ]
    if found:
        line, thrown = found[0]
        name = thrown if thrown.isalpha() else "string"
        yield Hit(line, line, {"type": name, "count": str(len(found))})


RULE = FileRule("C14", "code", "low", "high", applies, check)
