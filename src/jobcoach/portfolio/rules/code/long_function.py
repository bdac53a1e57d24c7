"""C03: a function that does not fit on a screen or two."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.in_code import JAVASCRIPT, is_product
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule

_LINES_MAX = 80
# Markup and wiring make components and C functions long without making them hard.
_LINES_MAX_OF = {
    **dict.fromkeys((*JAVASCRIPT, "Dart"), 200),
    **dict.fromkeys(("Kotlin", "Swift", "C", "C++"), 120),
    "Go": 100,
}
_SURE_TIMES = 1.5


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """Functions of more lines than their language needs, the longest first."""
    long_ones = []
    for file in facts.files:
        most = _LINES_MAX_OF.get(file.info.language, _LINES_MAX)
        if is_product(file.info):
            long_ones += [
                (lines, most, function, file.info.path)
                for function in file.functions
                if (lines := function.end - function.start + 1) > most
                and not function.name.startswith("test")
            ]
    for lines, most, function, path in sorted(long_ones, key=lambda one: (-one[0], one[3], one[2].start)):
        details = {"name": function.name, "lines": str(lines)}
        sure = lines > most * _SURE_TIMES
        yield PlacedHit(
            path, Hit(function.start, function.end, details, confidence="high" if sure else "medium")
        )


RULE = RepositoryRule("C03", "code", "low", "high", check)
