"""C01: a file that holds too much."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import FileFacts, RepositoryFacts
from jobcoach.portfolio.rules.in_code import JAVASCRIPT, is_product
from jobcoach.portfolio.rules.large_scripts import is_large_script
from jobcoach.portfolio.rules.rule import Confidence, Hit, PlacedHit, RepositoryRule

_LANGUAGES = frozenset(
    {"Java", "Kotlin", "Python", "Go", "C", "C++", "C#", "Swift", "Dart", "Ruby", "PHP", *JAVASCRIPT}
)
_CODE_LINES_MAX = 600
_CODE_LINES_SURE = 1000
# These hold their styles, too.
_WITH_STYLES = frozenset({"Vue", "Svelte"})
_CODE_LINES_MAX_WITH_STYLES = 1000


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """Files of more code lines than one reader holds in mind, the largest first."""
    large = [
        file
        for file in facts.files
        if file.code_lines > _lines_max(file.info.language)
        # Without functions it is a table.
        and len(file.functions) > 1
        and file.info.language in _LANGUAGES
        and is_product(file.info)
    ]
    for file in sorted(large, key=lambda file: (-file.code_lines, file.info.path)):
        details = {"lines": str(file.code_lines), "functions": str(len(file.functions))}
        yield PlacedHit(file.info.path, Hit(1, file.lines, details, _confidence(file)))


def _confidence(file: FileFacts) -> Confidence:
    if is_large_script(file):
        return "low"
    return "high" if file.code_lines > _CODE_LINES_SURE else "medium"


def _lines_max(language: str) -> int:
    return _CODE_LINES_MAX_WITH_STYLES if language in _WITH_STYLES else _CODE_LINES_MAX


RULE = RepositoryRule("C01", "code", "medium", "high", check)
