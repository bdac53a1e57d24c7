"""C18: a default value that all calls share."""

from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.in_code import Patterns, is_product, matches
from jobcoach.portfolio.rules.rule import FileRule, Hit

_PATTERNS: Patterns = {
    "Python": r"^[ \t]*(?:async )?def (?P<function>\w{1,80})\([^()]{0,500}?\b(?P<name>\w{1,60})"
    r"(?:: ?[\w\[\], .|]{1,60})? ?= ?(?:\[\]|\{\}|list\(\)|dict\(\)|set\(\)) ?[,)\n]",
}


def applies(info: FileInfo) -> bool:
    """Python has this trap."""
    return info.language == "Python" and is_product(info)


def check(source: SourceText) -> Iterator[Hit]:
    """Functions with a list, dict or set as a default."""
    for view, match in matches(source, _PATTERNS):
        line = view.line_at(match.start("name"))
        yield Hit(line, line, {"function": match["function"], "name": match["name"]})


RULE = FileRule("C18", "code", "low", "high", applies, check)
