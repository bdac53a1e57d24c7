"""T06: there are tests, and no pipeline runs them."""

import re
from collections.abc import Iterator, Sequence

from jobcoach.portfolio.facts.repository import FileFacts, RepositoryFacts
from jobcoach.portfolio.inventory.file_info import SourceText
from jobcoach.portfolio.rules.generated_tests import is_generated_test
from jobcoach.portfolio.rules.pipelines import is_pipeline, pipelines
from jobcoach.portfolio.rules.rule import Confidence, Hit, PlacedHit, RepositoryRule
from jobcoach.portfolio.rules.tables import pattern
from jobcoach.portfolio.rules.test_files import test_files

# What a runner finds by its name; other files in a folder for tests may be anything.
_NAMED = re.compile(
    r"(?:^|/)test_[^/]*\.py$|_tests?\.(?:py|go|dart|rb|exs|cc|cpp|c)$|(?:^|/)tests\.py$|\.(?:test|spec|cy|e2e)\.|"
    r"(?:Tests?|IT|Spec|TestCase)\.(?:java|kt|groovy|scala|cs|swift|php)$|_spec\.rb$"
)
_TRAVIS_SAYS = re.compile(r"^script:|^language:\s*python", re.MULTILINE)


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """All pipelines were read, and none holds a command that tests, or a step whose content is elsewhere.

    Where a generator wrote all the tests there are, that alone is to be said (T02).
    """
    found = pipelines(facts)
    unread = sum(is_pipeline(info.path) for info in facts.inventory) > len(found)
    tests = [file for file in test_files(facts) if not is_generated_test(file)]
    if not found or unread or not tests or any(_runs_tests(text) for text in found):
        return
    left_out = [(text, line) for text in found if (line := _line_of(text, "skips_tests"))]
    if left_out:
        text, line = left_out[0]
        yield PlacedHit(text.path, Hit(line, line))
        return
    yield PlacedHit(found[0].path, Hit(1, max(1, len(found[0].lines)), confidence=_confidence(found, tests)))


def _confidence(found: Sequence[SourceText], tests: Sequence[FileFacts]) -> Confidence | None:
    if not any(_NAMED.search(file.info.path) for file in tests):
        return "low"
    return "medium" if any(_line_of(text, "elsewhere") for text in found) else None


def _runs_tests(text: SourceText) -> bool:
    # Travis tests by itself where no script is given, but not what is in Python.
    if text.path == ".travis.yml" and not _TRAVIS_SAYS.search(text.text):
        return True
    return any(
        pattern("tests", "runs_tests").search(line) and not pattern("tests", "skips_tests").search(line)
        for _, line in _commands(text)
    )


def _line_of(text: SourceText, name: str) -> int:
    """The first line that holds the pattern, 0 if none does."""
    return next((number for number, line in _commands(text) if pattern("tests", name).search(line)), 0)


def _commands(text: SourceText) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.lines, start=1):
        if not line.lstrip().startswith(("#", "//")):
            yield number, line[:1000]


RULE = RepositoryRule("T06", "tests", "medium", "high", check)
