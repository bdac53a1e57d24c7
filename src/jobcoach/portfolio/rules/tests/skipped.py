"""T04: tests that are switched off."""

from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import SourceText
from jobcoach.portfolio.rules.in_code import JAVASCRIPT, JVM, matches, per_language
from jobcoach.portfolio.rules.rule import FileRule, Hit
from jobcoach.portfolio.rules.test_bodies import test_bodies
from jobcoach.portfolio.rules.test_files import is_test

_PATTERNS = per_language(
    (JVM, r"^[ \t]*@(?:Disabled|Ignore)\b"),
    (("Python",), r"^[ \t]*@(?:pytest\.mark\.skip|unittest\.skip)(?![A-Za-z])"),
    (JAVASCRIPT, r"(?<![\w.])(?:(?:it|test|describe)\.skip|xit|xtest|xdescribe)\("),
)


def check(source: SourceText) -> Iterator[Hit]:
    """Disabled without a condition. Those that are skipped somewhere only, by a condition, are not meant.

    On a base class that holds no test the annotation switches nothing off: JUnit does not inherit it.
    """
    if source.info.language in JVM and next(test_bodies(source), None) is None:
        return
    for view, match in matches(source, _PATTERNS):
        line = view.line_at(match.end() - 1)
        yield Hit(line, line)


RULE = FileRule("T04", "tests", "low", "high", is_test, check, most_findings=3)
