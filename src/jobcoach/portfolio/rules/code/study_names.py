"""C09: names of practice in the product."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.in_code import JAVASCRIPT, is_aside
from jobcoach.portfolio.rules.rule import Confidence, Hit, PlacedHit, RepositoryRule

_LANGUAGES = frozenset({"Java", "Kotlin", "Python", "Go", "C", "C++", "C#", "Dart", "Swift", *JAVASCRIPT})
# The whole stem of a file's name. "test.py" in itself may be a real test; "Test1" is none.
_STEM = re.compile(
    r"(?i)(?:a{3,}|b{3,}|asdf\w*|qwer\w*|zxcv\w*|[tT]est ?\d+|ex_?\d+|practice\d+|untitled ?\d*|helloworld\d*"
    r"|hello_world\d*|foo\d*|foobar|temp\d*|tmp\d*|new ?file\d*|.* ?- ?copy(?: ?\(\d+\))?|copy of .*"
    r"|.*[ _(]?복사본\)?\d*|연습\d*|새 ?파일\d*|제목 ?없음\d*|실습\d*)"
)
# In a folder for practice such names are at home.
_PRACTICE = re.compile(
    r"(?i)(?:^|/)[^/]*(?:lecture|practice|exercise|homework|workshop|algorithm|study|tutorial|강의|수업)[^/]*/|(?:^|/)til/"
)


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """Source files whose name says nothing but that something was tried."""
    for file in facts.files:
        path = PurePosixPath(file.info.path)
        if file.info.language not in _LANGUAGES or file.info.file_class not in ("source", "test"):
            continue
        if not _is_for_practice(file.info.path) and _STEM.fullmatch(path.stem):
            # A numbered test may be one.
            confidence: Confidence = "low" if path.stem.lower().startswith("test") else "high"
            yield PlacedHit(file.info.path, Hit(1, 1, {"name": path.name}, confidence))


def _is_for_practice(path: str) -> bool:
    return is_aside(path) or _PRACTICE.search(path) is not None


RULE = RepositoryRule("C09", "code", "low", "high", check)
