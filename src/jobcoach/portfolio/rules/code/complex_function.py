"""C02: a function with too many paths through it."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.components import is_component
from jobcoach.portfolio.rules.in_code import is_product
from jobcoach.portfolio.rules.rule import Confidence, Hit, PlacedHit, RepositoryRule

# McCabe proposed 10; NIST 500-235 allows up to 15 with good reason.
_COMPLEXITY_MAX = 15
# Of a component's paths most only choose what is shown: of 12 with 16 to 37 one was hard to follow.
_COMPLEXITY_MAX_OF_COMPONENTS = 40
_SURE_TIMES = 1.5


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """Functions of a higher cyclomatic complexity than 15 (components: 40), the worst first."""
    languages = {file.info.path: file.info.language for file in facts.files}
    complex_ones = [
        (function, file.info.path)
        for file in facts.files
        if is_product(file.info)
        for function in file.functions
        if function.complexity > _complexity_max(function.name, file.info.language)
    ]
    for function, path in sorted(complex_ones, key=lambda one: (-one[0].complexity, one[1], one[0].start)):
        details = {"name": function.name, "complexity": str(function.complexity)}
        sure = function.complexity > _SURE_TIMES * _complexity_max(function.name, languages[path])
        confidence: Confidence = "high" if sure else "medium"
        yield PlacedHit(path, Hit(function.start, function.end, details, confidence))


def _complexity_max(name: str, language: str) -> int:
    return _COMPLEXITY_MAX_OF_COMPONENTS if is_component(name, language) else _COMPLEXITY_MAX


RULE = RepositoryRule("C02", "code", "medium", "high", check)
