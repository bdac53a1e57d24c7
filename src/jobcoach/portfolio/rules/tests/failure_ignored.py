"""T08: tests whose failure stops nothing."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.inventory.file_info import SourceText
from jobcoach.portfolio.rules.pipelines import pipelines
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule
from jobcoach.portfolio.rules.tables import pattern

_GOES_ON = "continue-on-error: true"
_STEP_LINES = 12
_NOTHING = ("true", ":", "exit 0", 'true"', "echo")


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """A test command followed by ``|| true``, or in a step that may fail, where no other step reports it."""
    for text in pipelines(facts):
        if pattern("tests", "reports_failures").search(text.text):
            continue
        for number, line in enumerate(text.lines, start=1):
            code = line.strip()[:1000]
            if code.startswith(("#", "//")):
                continue
            if _is_forgiven(code) or (code.lstrip("- ") == _GOES_ON and _is_test_step(text, number)):
                yield PlacedHit(text.path, Hit(number, number))


def _is_forgiven(code: str) -> bool:
    command, _, rest = code.partition("||")
    return rest.strip() in _NOTHING and pattern("tests", "runs_tests").search(command) is not None


def _is_test_step(text: SourceText, number: int) -> bool:
    """Whether the step that holds the line runs tests: from its dash to the next of the same depth."""
    start = end = number - 1
    while start > 0 and number - start < _STEP_LINES and not text.lines[start].lstrip().startswith("- "):
        start -= 1
    depth = len(text.lines[start]) - len(text.lines[start].lstrip())
    if not text.lines[start].lstrip().startswith("- "):
        return False
    while end + 1 < len(text.lines) and end - start < _STEP_LINES:
        following = text.lines[end + 1]
        if following.strip() and len(following) - len(following.lstrip()) <= depth:
            break
        end += 1
    step = text.lines[start : end + 1]
    return any(pattern("tests", "runs_tests").search(line) for line in step if "name:" not in line)


RULE = RepositoryRule("T08", "tests", "medium", "high", check)
