"""T09: a test that keeps all others from running."""

from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import SourceText
from jobcoach.portfolio.rules.in_code import JAVASCRIPT, matches, per_language
from jobcoach.portfolio.rules.rule import FileRule, Hit
from jobcoach.portfolio.rules.test_files import is_test

_PATTERNS = per_language((JAVASCRIPT, r"(?<![\w.])(?:(?:it|test|describe)\.only|fit|fdescribe)\("))


def check(source: SourceText) -> Iterator[Hit]:
    """``it.only`` and its kin, left from looking for a fault."""
    for view, match in matches(source, _PATTERNS):
        line = view.line_at(match.start())
        yield Hit(line, line)


RULE = FileRule("T09", "tests", "medium", "high", is_test, check)
