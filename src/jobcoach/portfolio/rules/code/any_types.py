"""C19: TypeScript without types."""

from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.in_code import Patterns, is_product, matches
from jobcoach.portfolio.rules.rule import FileRule, Hit

_PATTERNS: Patterns = {"TypeScript": r":[ \t]?any\b(?!\s*=>)|\bas any\b|<any>|\bany\[\]"}
_USES_MIN = 5
_NEAR = ("any",)


def applies(info: FileInfo) -> bool:
    """TypeScript that people write; declarations of others' code have no choice."""
    return info.language == "TypeScript" and is_product(info) and not info.path.endswith(".d.ts")


def check(source: SourceText) -> Iterator[Hit]:
    """One hit a file with five uses of ``any`` or more."""
    lines = [view.line_at(match.start()) for view, match in matches(source, _PATTERNS, _NEAR)]
    if len(lines) >= _USES_MIN:
        yield Hit(lines[0], lines[0], {"count": str(len(lines))})


RULE = FileRule("C19", "code", "low", "high", applies, check)
