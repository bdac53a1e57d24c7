"""T10: a test that waits for a fixed time."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import SourceText
from jobcoach.portfolio.rules.in_code import JAVASCRIPT, JVM, matches, per_language
from jobcoach.portfolio.rules.rule import FileRule, Hit
from jobcoach.portfolio.rules.test_bodies import test_bodies
from jobcoach.portfolio.rules.test_files import is_test

_PATTERNS = per_language(
    (JVM, r"\b(?:Thread|TimeUnit\.\w+)\.sleep\((?P<time>[^()\n]*)\)"),
    (("Python",), r"(?<![\w.])(?:time\.)?sleep\((?P<time>[^()\n]*)\)"),
    (JAVASCRIPT, r"(?<![\w.])(?:cy\.wait|page\.waitForTimeout)\((?P<time>\d+)\)"),
    (("Go",), r"\btime\.Sleep\((?P<time>[^()\n]*)\)"),
)
_NOTHING = re.compile(r"\s*(?:0|0?\.0\d*)L?\s*")
_A_FEW_MILLISECONDS = re.compile(
    r"(?:Thread\.sleep|cy\.wait|waitForTimeout)\(\s*[1-4]?\d(?:L|\s)*\)|Sleep\(\s*(?:[1-4]?\d\s*\*\s*)?time\.Millisecond\s*\)"
)


def check(source: SourceText) -> Iterator[Hit]:
    """Sleeping in a test; a yield of a moment (0 or a few hundredths) is none."""
    if source.info.language != "Go" and next(test_bodies(source), None) is None:
        return  # something that tests use
    for view, match in matches(source, _PATTERNS):
        if not _NOTHING.fullmatch(match["time"]) and not _A_FEW_MILLISECONDS.search(match.group()):
            line = view.line_at(match.start())
            yield Hit(line, line)


RULE = FileRule("T10", "tests", "low", "medium", is_test, check, most_findings=3)
