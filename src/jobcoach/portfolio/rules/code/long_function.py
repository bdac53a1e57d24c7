"""C03: a function that does not fit on a screen or two."""

import re
from collections.abc import Iterator, Sequence

from jobcoach.portfolio.facts.repository import FunctionFacts, RepositoryFacts
from jobcoach.portfolio.rules.components import is_component
from jobcoach.portfolio.rules.in_code import JAVASCRIPT, fills_once, is_product
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule

_LINES_MAX = 100
_LINES_MAX_OF = {
    **dict.fromkeys((*JAVASCRIPT, "Dart"), 150),
    **dict.fromkeys(("Kotlin", "Swift", "C", "C++"), 120),
}
# Markup makes these long without making them hard.
_LINES_MAX_OF_COMPONENTS = 250
_LINES_MAX_OF_HOOKS = 200
_SURE_TIMES = 1.5
# Lists of settings, routes, rules and (of Vue) data: long, and read from top to bottom.
_WIRING = re.compile(
    r"(?i)test.*|data|configure|(?:wire|bind)\w*|(?:set|add|init|attach)_?\w*(?:listeners?|views?|events?)|\w*nav_?(?:graph|host)|\w*(?:privacy|policy|terms|agreement)\w*"
    r"|(?:init|create|seed|fill|insert|load)_?\w*(?:db|data|tables?|schema)|(?:security)?filterChain|(?:set_?up|register|init|create)_?\w*(?:routes?|router|urls)"
)
# A function around others is a module or a class in the old way; each of these is measured by itself.
_WITHIN_SHARE_MAX = 0.6
# But for React's hooks, which share their state with all of them.
_HOOK = re.compile(r"use[A-Z]")
# Drawings are markup, and documents of an API are data.
_NO_LOGIC = re.compile(
    r"(?i)(?:^|/)(?:icons?|svgs?|logos?)/|(?:icon|svg|logo)s?\.\w+$"
    r"|(?:documentation|swagger|openapi|api_?docs?)\w*\.\w+$"
)


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """Functions of more lines than their language needs, the longest first."""
    long_ones = [
        (_lines(function), most, function, file.info.path)
        for file in facts.files
        if is_product(file.info) and not fills_once(file.info.path) and not _NO_LOGIC.search(file.info.path)
        for function, lines_within in _with_lines_within(file.functions)
        if _lines(function) > (most := _lines_max(function.name, file.info.language))
        and not _WIRING.fullmatch(function.name)
        and (_HOOK.match(function.name) or lines_within <= _WITHIN_SHARE_MAX * _lines(function))
    ]
    for lines, most, function, path in sorted(long_ones, key=lambda one: (-one[0], one[3], one[2].start)):
        details = {"name": function.name, "lines": str(lines)}
        sure = lines > most * _SURE_TIMES
        yield PlacedHit(
            path, Hit(function.start, function.end, details, confidence="high" if sure else "medium")
        )


def _lines_max(name: str, language: str) -> int:
    if is_component(name, language):
        return _LINES_MAX_OF_COMPONENTS
    if language in JAVASCRIPT and _HOOK.match(name):
        return _LINES_MAX_OF_HOOKS
    return _LINES_MAX_OF.get(language, _LINES_MAX)


def _lines(function: FunctionFacts) -> int:
    return function.end - function.start + 1


def _with_lines_within(functions: Sequence[FunctionFacts]) -> list[tuple[FunctionFacts, int]]:
    """Each function with the lines of those directly in it. They come by start, the outer ones first."""
    within = [0] * len(functions)
    around: list[int] = []
    for index, function in enumerate(functions):
        while around and functions[around[-1]].end < function.end:
            around.pop()
        if around:
            within[around[-1]] += _lines(function)
        around.append(index)
    return list(zip(functions, within, strict=True))


RULE = RepositoryRule("C03", "code", "low", "high", check)
